package org.callboard.core.signature;

import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Timestamp;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * When signatures were made, where somebody who can be believed says so. The JDK checks that a timestamp belongs to its
 * signature, and not who made it: anybody can be a timestamping authority to it.
 */
final class Timestamps {

    private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

    private final Supplier<Set<TrustAnchor>> roots;

    /** Believes the authorities below these roots, which are asked for when the first timestamp is met. */
    Timestamps(Supplier<Set<TrustAnchor>> roots) {
        this.roots = roots;
    }

    /** {@return the roots that this Java trusts} */
    static Set<TrustAnchor> platformRoots() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                    .map(root -> new TrustAnchor(root, null))
                    .collect(Collectors.toSet());
        } catch (GeneralSecurityException unusable) {
            return Set.of();
        }
    }

    /** {@return when the signature was made} */
    Optional<Instant> of(CodeSigner signer) {
        Timestamp timestamp = signer.getTimestamp();
        return timestamp != null && isBelieved(timestamp)
                ? Optional.of(timestamp.getTimestamp().toInstant())
                : Optional.empty();
    }

    private boolean isBelieved(Timestamp timestamp) {
        try {
            List<X509Certificate> path = timestamp.getSignerCertPath().getCertificates().stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            Set<TrustAnchor> anchors = roots.get();
            if (path.isEmpty() || anchors.isEmpty() || !maySetTime(path.get(0))) {
                return false;
            }
            path.get(0).checkValidity(timestamp.getTimestamp());
            validate(path, anchors, timestamp.getTimestamp());
            return true;
        } catch (GeneralSecurityException unknown) {
            return false;
        }
    }

    private static boolean maySetTime(X509Certificate authority) throws CertificateParsingException {
        List<String> uses = authority.getExtendedKeyUsage();
        return uses != null && uses.contains(TIME_STAMPING);
    }

    private static void validate(List<X509Certificate> path, Set<TrustAnchor> anchors, Date moment)
            throws GeneralSecurityException {
        List<X509Certificate> roots =
                anchors.stream().map(TrustAnchor::getTrustedCert).toList();
        List<X509Certificate> belowRoot = path.stream()
                .takeWhile(certificate -> !roots.contains(certificate))
                .toList();
        PKIXParameters parameters = new PKIXParameters(anchors);
        parameters.setRevocationEnabled(false);
        parameters.setDate(moment);
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(belowRoot), parameters);
    }
}
