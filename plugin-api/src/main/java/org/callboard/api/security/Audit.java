package org.callboard.api.security;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The portal's record of who did what, to be had with {@code @Reference}: for what people do through a plugin and somebody may
 * ask about later. What the portal does for a plugin, such as an install, it records itself. Thread-safe.
 */
@ProviderType
public interface Audit {

    /**
     * Records that somebody does something; it is kept when this returns. So record it before you do it, and write no secret.
     *
     * @param act the plugin's id, a dot and a lower-case word, for example {@code cost.export}
     * @param subject on what, 1000 characters at the most; the rest is cut off
     * @throws IllegalArgumentException where the act does not begin with the plugin's id and a dot
     */
    void record(Caller caller, String act, String subject);
}
