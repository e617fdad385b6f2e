package org.callboard.core.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** Certificates as configurations hold them. */
public final class Certificates {

    private static final long LONGEST = 1 << 20;

    private Certificates() {}

    /** {@return whether a text is a certificate in PEM, and not the path of one} */
    public static boolean isPem(String text) {
        return text.contains("-----BEGIN CERTIFICATE-----");
    }

    /** {@return the first certificate in a text in PEM, or in the file of that path, PEM or DER} */
    public static X509Certificate read(String text) throws IOException, CertificateException {
        byte[] bytes = isPem(text) ? text.getBytes(StandardCharsets.UTF_8) : file(Path.of(text));
        try (InputStream in = new ByteArrayInputStream(bytes)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static byte[] file(Path path) throws IOException {
        if (Files.size(path) > LONGEST) {
            throw new IOException("it is larger than a certificate");
        }
        return Files.readAllBytes(path);
    }
}
