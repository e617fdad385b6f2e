package org.callboard.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for this machine and its key, in files as a server reads them. */
record ServerKey(Path store, X509Certificate certificate) {

    /** Makes one that nobody vouches for. */
    static ServerKey in(Path folder, String name) {
        SigningKey made = SigningKey.in(folder, name, "-ext", "san=dns:localhost,ip:127.0.0.1");
        try {
            return new ServerKey(made.store(), (X509Certificate) made.load().getCertificate("plugins"));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }

    /** Puts the certificate there in one go. */
    Path writeCertificate(Path file) {
        try {
            return put(file, pem("CERTIFICATE", certificate.getEncoded()));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Puts the key there in one go. */
    Path writeKey(Path file) {
        return put(file, pem("PRIVATE KEY", new SigningKey(store).key().getEncoded()));
    }

    private static Path put(Path file, String text) {
        try {
            Path whole = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
            return Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return what trusts this certificate and no other} */
    SSLContext trusting() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load((InputStream) null, null);
            trusted.setCertificateEntry("portal", certificate);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
