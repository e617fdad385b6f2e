package org.callboard.core.signature;

import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.jspecify.annotations.Nullable;

/** Says who vouches for a jar, by the rules of the configuration. */
public final class SignatureCheck {

    private static final String SECTION = "plugins.signatures";

    private final SignatureSettings settings;
    private final Timestamps timestamps;
    private final Clock clock;

    /** Checks by these rules, at the clock's time. */
    public SignatureCheck(SignatureSettings settings, Clock clock) {
        this(settings, new Timestamps(Timestamps::platformRoots), clock);
    }

    SignatureCheck(SignatureSettings settings, Timestamps timestamps, Clock clock) {
        this.settings = settings;
        this.timestamps = timestamps;
        this.clock = clock;
    }

    /**
     * {@return whose signature covers the jar; nobody where signatures are not looked at}
     *
     * @param file a file that nobody writes to
     * @param owner whose plugin it says it is
     * @throws UntrustedException where a signature is required and none counts
     */
    public Optional<Signer> signer(Path file, String plugin, @Nullable String owner) throws UntrustedException {
        if (settings.policy() == SignaturePolicy.OFF) {
            return Optional.empty();
        }
        Set<CodeSigner> signers = signers(file, owner);
        UntrustedException first = null;
        for (CodeSigner signer : signers) {
            try {
                return Optional.of(accept(signer, plugin, owner));
            } catch (UntrustedException refused) {
                first = first == null ? refused : first;
            }
        }
        throw first == null ? unsigned("It is not signed.", owner) : first;
    }

    /** {@return whether a certificate counts no more} */
    public boolean isRevoked(String fingerprint) {
        return settings.revoked().contains(fingerprint);
    }

    private static Set<CodeSigner> signers(Path file, @Nullable String owner) throws UntrustedException {
        try {
            return SignedJar.signers(file);
        } catch (UntrustedException refused) {
            throw refused.fix().isEmpty() ? unsigned(refused.reason(), owner) : refused;
        }
    }

    private static UntrustedException unsigned(String cause, @Nullable String owner) {
        return new UntrustedException(
                cause,
                "Sign it with jarsigner and a key that " + SECTION + ".keys has for "
                        + (owner == null ? "its owner" : owner) + "; " + SECTION
                        + ".policy says whether this portal takes unsigned jars.");
    }

    private Signer accept(CodeSigner code, String plugin, @Nullable String owner) throws UntrustedException {
        X509Certificate certificate = Signer.certificate(code);
        Signer signer = Signer.of(certificate);
        if (isRevoked(signer.fingerprint())) {
            throw revoked(signer);
        }
        AcceptedKey key = key(signer, owner);
        checkTime(code, certificate, signer);
        checkRight(key, signer, plugin, owner);
        return signer;
    }

    private static void checkRight(AcceptedKey key, Signer signer, String plugin, @Nullable String owner)
            throws UntrustedException {
        if (owner == null) {
            throw new UntrustedException(
                    "It names no owner, and keys are accepted for the plugins of owners.",
                    "Set the property callboard.owner in the plugin's pom, for example to group:default/payments.");
        }
        if (!key.isFor(reference(owner))) {
            throw new UntrustedException(
                    "It says that " + owner + " owns it, and the key of " + signer + " is not accepted for that owner.",
                    "Sign it with a key of " + owner + ", or add " + owner + " to the key's owners in " + SECTION
                            + ".keys.");
        }
        if (!key.mayName(plugin)) {
            throw new UntrustedException(
                    "The key of " + signer + " is not accepted for plugins of this name.",
                    "Add '" + plugin + "' to the key's plugins in " + SECTION + ".keys.");
        }
    }

    private AcceptedKey key(Signer signer, @Nullable String owner) throws UntrustedException {
        return settings.keys().stream()
                .filter(key -> key.fingerprint().equals(signer.fingerprint()))
                .findFirst()
                .orElseThrow(() -> new UntrustedException(
                        "It is signed by " + signer + ", which this portal does not know.",
                        "Where that key is right, add its certificate to " + SECTION + ".keys in callboard.yaml, with "
                                + (owner == null ? "its owner" : owner) + " among its owners."));
    }

    /** {@return why a signer's jars are not taken any more} */
    public static UntrustedException revoked(Signer signer) {
        return new UntrustedException(
                "It is signed by " + signer + ", which is revoked.",
                "Sign it with another key; " + SECTION + ".revoked lists those that are not to be used.");
    }

    private void checkTime(CodeSigner code, X509Certificate certificate, Signer signer) throws UntrustedException {
        Optional<Instant> signed = timestamps.of(code);
        try {
            certificate.checkValidity(Date.from(signed.orElseGet(clock::instant)));
        } catch (CertificateExpiredException expired) {
            throw new UntrustedException(
                    "The certificate of " + signer + " expired on " + day(certificate.getNotAfter())
                            + (signed.isPresent() ? ", before the jar was signed." : "."),
                    "Sign it with a certificate that is valid, or with a timestamp (jarsigner -tsa) while it is.");
        } catch (CertificateNotYetValidException early) {
            throw new UntrustedException(
                    "The certificate of " + signer + " is not valid before " + day(certificate.getNotBefore()) + ".",
                    "Sign it with a certificate that is valid, and look at the clock of this machine.");
        }
    }

    private static String day(Date date) {
        return date.toInstant().toString().substring(0, 10);
    }

    private static EntityRef reference(String owner) throws UntrustedException {
        try {
            return AcceptedKey.owner(owner);
        } catch (PortalException malformed) {
            throw new UntrustedException(
                    "Its owner '" + owner + "' is not the reference of a group or user.",
                    "Set the property callboard.owner in the plugin's pom, for example to group:default/payments.");
        }
    }
}
