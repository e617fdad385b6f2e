package org.callboard.core.config;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.core.read.ParsedDocument.Parsed;
import org.callboard.core.signature.AcceptedKey;
import org.callboard.core.signature.Certificates;
import org.callboard.core.signature.Fingerprint;
import org.callboard.core.signature.SignaturePolicy;
import org.callboard.core.signature.SignatureSettings;
import org.jspecify.annotations.Nullable;

/** The section {@code plugins.signatures}: whether plugins must be signed, and whose signatures count. */
final class SignaturesSection {

    private static final List<String> PATH = List.of("plugins", "signatures");
    private static final String PATTERN = "[a-z0-9*-]+";

    private SignaturesSection() {}

    /**
     * Refuses what could not be used.
     *
     * @param values the document with its values put in
     */
    static void check(Parsed document, Json.Obj values) {
        Json section = values.object("plugins").get("signatures");
        if (section == null) {
            return;
        }
        ConfigSchema.require(section instanceof Json.Obj, document, PATH, "must hold keys");
        Json.Obj signatures = values.object("plugins", "signatures");
        checkKeys(document, PATH, signatures, Set.of("policy", "keys", "revoked"));
        Json policy = signatures.get("policy");
        boolean isKnown = policy == null || policy.equals(Json.of("off")) || policy.equals(Json.of("require"));
        ConfigSchema.require(isKnown, document, inner(PATH, "policy"), "must be off or require");
        Json keys = signatures.get("keys");
        ConfigSchema.require(
                keys == null || keys instanceof Json.Arr, document, inner(PATH, "keys"), "must be a list of keys");
        List<Json> items = signatures.array("keys").items();
        for (int index = 0; index < items.size(); index++) {
            checkKey(document, inner(inner(PATH, "keys"), Integer.toString(index)), items.get(index));
        }
        checkRevoked(document, signatures);
    }

    private static void checkKey(Parsed document, List<String> path, Json item) {
        boolean isComplete = item instanceof Json.Obj key
                && key.text("certificate").isPresent()
                && !key.array("owners").items().isEmpty();
        ConfigSchema.require(isComplete, document, path, "must have a certificate and owners");
        if (!(item instanceof Json.Obj key)) {
            return;
        }
        checkKeys(document, path, key, Set.of("certificate", "owners", "plugins"));
        checkCertificate(document, path, key.text("certificate").orElse(""));
        ConfigSchema.require(
                isEach(key.get("owners"), SignaturesSection::isReference),
                document,
                inner(path, "owners"),
                "must be a list of references such as group:default/payments");
        Json plugins = key.get("plugins");
        ConfigSchema.require(
                plugins == null || isEach(plugins, text -> text.matches(PATTERN)),
                document,
                inner(path, "plugins"),
                "must be a list of plugin ids, in which * stands for any letters");
    }

    private static void checkCertificate(Parsed document, List<String> path, String certificate) {
        String what = Certificates.isPem(certificate) ? "holds" : "names the file " + certificate + ", which holds";
        try {
            Certificates.read(certificate);
        } catch (IOException unreadable) {
            ConfigSchema.require(
                    false,
                    document,
                    inner(path, "certificate"),
                    "names the file " + certificate + ", which can't be read");
        } catch (CertificateException malformed) {
            ConfigSchema.require(
                    false, document, inner(path, "certificate"), what + " no X.509 certificate in PEM or DER");
        }
    }

    private static void checkRevoked(Parsed document, Json.Obj signatures) {
        Json revoked = signatures.get("revoked");
        boolean isList = revoked == null || revoked instanceof Json.Arr;
        boolean isGood = isList
                && signatures.array("revoked").items().stream()
                        .allMatch(item -> fingerprint(item).isPresent());
        ConfigSchema.require(
                isGood,
                document,
                inner(PATH, "revoked"),
                "must be a list of SHA-256 fingerprints of certificates, as keytool -list -v prints them");
    }

    private static void checkKeys(Parsed document, List<String> path, Json.Obj object, Set<String> known) {
        String names = String.join(", ", known.stream().sorted().toList());
        for (String key : object.fields().keySet()) {
            ConfigSchema.require(known.contains(key), document, inner(path, key), "is not known; known are " + names);
        }
    }

    private static boolean isEach(@Nullable Json list, Predicate<String> rule) {
        return list instanceof Json.Arr array
                && !array.items().isEmpty()
                && array.items().stream().allMatch(item -> item instanceof Json.Text text && rule.test(text.value()));
    }

    private static boolean isReference(String text) {
        try {
            return !AcceptedKey.owner(text).name().isEmpty();
        } catch (PortalException malformed) {
            return false;
        }
    }

    private static Optional<String> fingerprint(Json item) {
        return item instanceof Json.Text text ? Fingerprint.parse(text.value()) : Optional.empty();
    }

    private static List<String> inner(List<String> path, String key) {
        List<String> inner = new ArrayList<>(path);
        inner.add(key);
        return inner;
    }

    /**
     * {@return what a checked configuration says}
     *
     * @param unsaid the policy where it says none
     */
    static SignatureSettings of(Json.Obj config, SignaturePolicy unsaid) {
        Json.Obj section = config.object("plugins", "signatures");
        SignaturePolicy policy = section.text("policy")
                .map(text -> text.equals("off") ? SignaturePolicy.OFF : SignaturePolicy.REQUIRE)
                .orElse(unsaid);
        return new SignatureSettings(
                policy,
                section.array("keys").items().stream()
                        .map(item -> key((Json.Obj) item))
                        .toList(),
                section.array("revoked").items().stream()
                        .flatMap(item -> fingerprint(item).stream())
                        .collect(Collectors.toSet()));
    }

    private static AcceptedKey key(Json.Obj key) {
        try {
            Set<EntityRef> owners =
                    key.array("owners").texts().stream().map(AcceptedKey::owner).collect(Collectors.toSet());
            List<String> plugins = key.array("plugins").texts();
            return new AcceptedKey(
                    Certificates.read(key.text("certificate").orElse("")),
                    owners,
                    plugins.isEmpty() ? List.of("*") : plugins);
        } catch (IOException | CertificateException gone) {
            throw new ConfigException("A certificate of plugins.signatures.keys can't be read any more.");
        }
    }
}
