package org.callboard.core.entity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.callboard.api.ingest.EntityKind;
import org.callboard.api.ingest.Field.Need;
import org.callboard.api.model.Json;
import org.callboard.core.entity.KnownKind.KnownField;
import org.jspecify.annotations.Nullable;

/**
 * Checks documents against the kinds that are known, built in or taught by plugins alike. A document of another kind is
 * kept and marked. Thread-safe.
 */
public final class KindCheck {

    private final Map<String, List<KnownKind>> kinds;

    /** Takes the kinds over as they are now; of two with the same name and apiVersion the first counts. */
    public KindCheck(List<? extends EntityKind> kinds) {
        this.kinds = kinds.stream()
                .map(KnownKind::of)
                .collect(Collectors.groupingBy(KnownKind::kind, LinkedHashMap::new, Collectors.toList()));
    }

    /** {@return the document's kind, where it is known in the document's apiVersion} */
    public Optional<KnownKind> check(Json.Obj document, Findings findings) {
        String kind = document.text("kind").orElse("");
        String apiVersion = document.text("apiVersion").orElse("");
        List<KnownKind> candidates = kinds.getOrDefault(kind, List.of());
        for (KnownKind candidate : candidates) {
            if (candidate.covers(apiVersion, document)) {
                checkFields(candidate, document, findings);
                return Optional.of(candidate);
            }
        }
        if (candidates.isEmpty()) {
            unknownKind(kind, findings);
        } else {
            unknownVersion(kind, apiVersion, candidates, findings);
        }
        return Optional.empty();
    }

    private void unknownKind(String kind, Findings findings) {
        Optional<String> meant = Suggestion.nearest(kind, kinds.keySet());
        findings.warning(
                "unknown-kind",
                List.of("kind"),
                "The kind " + Texts.quote(kind) + " is not known"
                        + meant.map(other -> "; did you mean " + Texts.quote(other) + "?")
                                .orElse(": the entity is kept without checks and relations."),
                meant.map(other -> "Write kind: " + other + ".")
                        .orElse("Install the plugin that knows this kind, or correct the name."));
    }

    private static void unknownVersion(String kind, String apiVersion, List<KnownKind> candidates, Findings findings) {
        String known = candidates.stream()
                .flatMap(candidate -> candidate.apiVersions().stream())
                .distinct()
                .collect(Collectors.joining(" or "));
        findings.warning(
                "unknown-kind",
                List.of("apiVersion"),
                "The kind " + Texts.quote(kind) + " is not known in apiVersion " + Texts.quote(apiVersion)
                        + ": the entity is kept without checks and relations.",
                "Write apiVersion: " + known + ", with the fields that it has.");
    }

    private static void checkFields(KnownKind kind, Json.Obj document, Findings findings) {
        Shapes shapes = new Shapes(findings);
        for (KnownField field : kind.fields()) {
            Json value = at(document, field.path());
            if (value != null) {
                shapes.check(value, field.shape(), field.path());
            } else if (field.need() == Need.REQUIRED && isOnlyGap(document, field)) {
                String name = String.join(".", field.path());
                findings.missing(
                        field.path(), name + " is missing: every " + kind.kind() + " has one.", "Add " + name + ".");
            }
        }
        kind.details().forEach(detail -> detail.check(document, findings));
    }

    /** Whether nothing else says already that this is missing. */
    private static boolean isOnlyGap(Json.Obj document, KnownField field) {
        List<String> parent = field.path().subList(0, field.path().size() - 1);
        return !field.covered() || at(document, parent) instanceof Json.Obj;
    }

    private static @Nullable Json at(Json.Obj document, List<String> path) {
        Json value = document;
        for (String step : path) {
            value = value instanceof Json.Obj object ? object.get(step) : null;
            if (value == null) {
                return null;
            }
        }
        return value;
    }
}
