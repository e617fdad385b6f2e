package org.callboard.api.extension;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The extensions of all active plugins, a service of the portal. Never shows those of a revision that does not serve; but while
 * a request is answered whose sender has a preview of a plugin, what that revision shows stands in place of its own.
 */
@ProviderType
public interface Extensions {

    /** {@return the extensions of a point at this moment, ordered by plugin and then id} */
    <T extends Extension> List<ExtensionHandle<T>> of(Class<T> point);
}
