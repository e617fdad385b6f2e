package org.callboard.core.pluginstore;

import org.callboard.core.signature.Signer;
import org.jspecify.annotations.Nullable;

/**
 * What is known of where a jar comes from.
 *
 * @param signer whose signature covers it; null where none was asked for
 */
public record ProvenOrigin(Door door, @Nullable Signer signer) {

    /** By which way a jar came. */
    public enum Door {
        /** With the portal itself, whose files are as good as its own. */
        SHIPPED,
        /** Somebody brought it. */
        BROUGHT
    }

    /** {@return the origin for the audit} */
    @Override
    public String toString() {
        if (signer != null) {
            return "signed by " + signer;
        }
        return door == Door.SHIPPED ? "shipped with the portal" : "not asked for a signature";
    }
}
