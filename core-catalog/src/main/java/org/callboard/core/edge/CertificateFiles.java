package org.callboard.core.edge;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the server's certificate is.
 *
 * @param certificate PEM: the server's own certificate, and behind it those that vouch for it
 * @param key PEM: the private key, as PKCS#8
 * @param password of the key; null where it has none
 */
public record CertificateFiles(
        Path certificate, Path key, @Nullable String password) {

    /** {@return nothing that could be a secret} */
    @Override
    public String toString() {
        return certificate + " and " + key;
    }
}
