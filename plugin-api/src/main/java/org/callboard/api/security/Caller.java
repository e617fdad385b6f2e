package org.callboard.api.security;

import java.security.Principal;
import org.osgi.annotation.versioning.ProviderType;

/** Who is asking. REST resources get theirs as the {@code Principal} of {@code jakarta.ws.rs.core.SecurityContext}. */
@ProviderType
public interface Caller extends Principal {

    /** {@return a reference such as {@code user:default/mara}, as it is written to the audit log} */
    @Override
    String getName();

    /** {@return what to call them on a page} */
    String displayName();

    /** {@return whether they hold the permission} */
    boolean may(Permission permission);
}
