package org.callboard.core.edge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The server's certificate with those that vouch for it, and its key, which were found to belong together. */
public final class ServerCertificate {

    private static final String ENTRY = "server";
    private static final List<String> ALGORITHMS = List.of("RSA", "EC");
    private static final int PROOF_BYTES = 32;

    private final List<X509Certificate> chain;
    private final PrivateKey key;

    private ServerCertificate(List<X509Certificate> chain, PrivateKey key) {
        this.chain = chain;
        this.key = key;
    }

    /**
     * Reads both files.
     *
     * @throws UnfitCertificateException where they can't be used now
     */
    public static ServerCertificate read(CertificateFiles files, Instant now) throws UnfitCertificateException {
        List<X509Certificate> chain = chain(files.certificate());
        X509Certificate own = chain.get(0);
        checkChain(chain, files.certificate());
        if (now.isAfter(own.getNotAfter().toInstant())) {
            throw unfit(files.certificate(), "expired at " + own.getNotAfter().toInstant());
        }
        if (now.isBefore(own.getNotBefore().toInstant())) {
            throw unfit(
                    files.certificate(),
                    "is not valid before " + own.getNotBefore().toInstant());
        }
        PrivateKey key = new PrivateKeyFile(files.key(), files.password())
                .read(own.getPublicKey().getAlgorithm());
        if (!belongTogether(own.getPublicKey(), key)) {
            throw unfit(files.certificate(), "does not belong to the key in " + files.key());
        }
        return new ServerCertificate(chain, key);
    }

    private static List<X509Certificate> chain(Path file) throws UnfitCertificateException {
        List<X509Certificate> chain = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                if (certificate instanceof X509Certificate known) {
                    chain.add(known);
                }
            }
        } catch (IOException failure) {
            throw unfit(file, "can't be read");
        } catch (CertificateException malformed) {
            throw unfit(file, "holds no certificate as PEM");
        }
        if (chain.isEmpty()) {
            throw unfit(file, "holds no certificate as PEM");
        }
        return List.copyOf(chain);
    }

    private static void checkChain(List<X509Certificate> chain, Path file) throws UnfitCertificateException {
        if (!ALGORITHMS.contains(chain.get(0).getPublicKey().getAlgorithm())) {
            throw unfit(file, "has a key that is neither RSA nor EC");
        }
        for (int index = 1; index < chain.size(); index++) {
            X509Certificate vouching = chain.get(index);
            if (!chain.get(index - 1).getIssuerX500Principal().equals(vouching.getSubjectX500Principal())) {
                throw unfit(file, "is not followed by those that vouch for it, one after another");
            }
        }
    }

    private static boolean belongTogether(PublicKey publicKey, PrivateKey privateKey) {
        byte[] proof = new byte[PROOF_BYTES];
        new SecureRandom().nextBytes(proof);
        try {
            Signature signature =
                    Signature.getInstance(publicKey.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
            signature.initSign(privateKey);
            signature.update(proof);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(proof);
            return signature.verify(signed);
        } catch (GeneralSecurityException different) {
            return false;
        }
    }

    private static UnfitCertificateException unfit(Path file, String why) {
        return new UnfitCertificateException("The certificate of server.tls.certificate in " + file + " " + why + ".");
    }

    /** {@return when it is of no use any more} */
    public Instant expires() {
        return chain.get(0).getNotAfter().toInstant();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ServerCertificate certificate
                && certificate.chain.equals(chain)
                && certificate.key.equals(key);
    }

    @Override
    public int hashCode() {
        return chain.hashCode();
    }

    /** {@return both in the form that servers take, in memory and with this password} */
    public KeyStore store(String password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ENTRY, key, password.toCharArray(), chain.toArray(new Certificate[0]));
            return store;
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
