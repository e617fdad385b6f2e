package org.callboard.core.signature;

import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import org.callboard.api.plugins.JarSigner;
import org.callboard.core.entity.Texts;

/**
 * Who signed a jar.
 *
 * @param subject whom the certificate names
 * @param fingerprint the certificate's {@link Fingerprint}
 */
public record Signer(String subject, String fingerprint) {

    private static final int LONGEST = 200;

    static Signer of(X509Certificate certificate) {
        String subject = certificate.getSubjectX500Principal().getName();
        return new Signer(
                subject.length() > LONGEST ? subject.substring(0, LONGEST) : subject, Fingerprint.of(certificate));
    }

    /** {@return the signer as the API shows it} */
    public JarSigner shown() {
        return new JarSigner(subject, "sha256:" + fingerprint);
    }

    /** {@return the certificate of the key itself, which stands first in its path} */
    static X509Certificate certificate(CodeSigner signer) {
        return (X509Certificate) signer.getSignerCertPath().getCertificates().get(0);
    }

    /** {@return the signer as messages and the audit name it} */
    @Override
    public String toString() {
        return Texts.quote(subject) + " (certificate sha256:" + fingerprint + ")";
    }
}
