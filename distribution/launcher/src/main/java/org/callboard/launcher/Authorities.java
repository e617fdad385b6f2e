package org.callboard.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whose certificates a command believes in place of those that Java knows: what the file in {@code CALLBOARD_CA} holds. */
record Authorities(Map<String, String> environment) {

    static final String VARIABLE = "CALLBOARD_CA";

    /** {@return what connections are made with, if the variable is set} */
    Optional<SSLContext> context() throws CommandException {
        String file = environment.get(VARIABLE);
        if (file == null || file.isBlank()) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(Path.of(file.strip()))) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry(Integer.toString(store.size()), authority);
            }
            if (store.size() == 0) {
                throw new CertificateException("empty");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return Optional.of(context);
        } catch (IOException | GeneralSecurityException failure) {
            throw new CommandException(
                    ExitCode.UNREADABLE, "The file " + file + " of " + VARIABLE + " holds no certificates as PEM.");
        }
    }
}
