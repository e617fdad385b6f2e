package org.callboard.core.signature;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import org.callboard.core.entity.Sha256;

/** A certificate's SHA-256, 64 lower-case hexadecimal digits. */
public final class Fingerprint {

    private Fingerprint() {}

    /** {@return the fingerprint of a certificate} */
    static String of(X509Certificate certificate) {
        try {
            return Sha256.hex(certificate.getEncoded());
        } catch (CertificateEncodingException unencodable) {
            throw new IllegalStateException("A certificate that was read can be written.", unencodable);
        }
    }

    /** {@return the fingerprint that a text names}, with or without colons and a {@code sha256:} before it, as tools print it */
    public static Optional<String> parse(String text) {
        String digits = text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^sha-?256[:= ]+", "")
                .replace(":", "");
        return digits.matches("[0-9a-f]{64}") ? Optional.of(digits) : Optional.empty();
    }
}
