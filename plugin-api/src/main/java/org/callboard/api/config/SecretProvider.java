package org.callboard.api.config;

import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.callboard.api.problem.PortalException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Fetches secrets from where a company keeps them. Its id is the word that operators write before the colon: that of the id
 * {@code vault} is asked for what {@code ${vault:payments#password}} stands for in the configuration of a plugin. Of several
 * of the same id the one of the first plugin, by name, is asked.
 */
@ConsumerType
@ExtensionPoint("secret.provider")
public interface SecretProvider extends Extension {

    /**
     * {@return the secret of this key} Called beside all requests when the secret is needed, and again before its lease is
     * over; where it fails, after growing pauses, while the last one stays in use.
     *
     * @param key what stands behind the colon, as the operator wrote it
     * @throws PortalException where it can't be had; operators read the message, which must not hold a secret
     */
    LeasedSecret fetch(String key);
}
