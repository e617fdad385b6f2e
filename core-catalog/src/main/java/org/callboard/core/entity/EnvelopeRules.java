package org.callboard.core.entity;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.callboard.api.ingest.Field.Shape;
import org.callboard.api.model.Json;
import org.jspecify.annotations.Nullable;

/** The rules that hold for entities of every kind: those of Backstage, each breach a finding of its own. */
public final class EnvelopeRules {

    private static final Set<String> ROOT = Set.of("apiVersion", "kind", "metadata", "spec");
    private static final Set<String> OUTPUT = Set.of("relations", "status");

    private final Findings findings;
    private final Shapes shapes;

    private EnvelopeRules(Findings findings) {
        this.findings = findings;
        this.shapes = new Shapes(findings);
    }

    /** Finds what breaks the rules in a document. */
    public static void check(Json.Obj document, Findings findings) {
        if (document.get("apiVersion") == null && document.get("kind") == null && document.get("metadata") == null) {
            findings.notAnEntity();
        } else {
            new EnvelopeRules(findings).checkRoot(document);
        }
    }

    private void checkRoot(Json.Obj document) {
        checkKeys(document);
        checkText(
                document,
                "apiVersion",
                Grammar::isApiVersion,
                "a group, '/' and a version, for example backstage.io/v1alpha1",
                "Write apiVersion: backstage.io/v1alpha1, or the version that the kind has.");
        checkText(
                document,
                "kind",
                Grammar::isKind,
                "a letter followed by letters and digits of ASCII, at most 63 in total",
                "Write a kind such as Component.");
        checkMetadata(document.get("metadata"));
        Json spec = document.get("spec");
        if (spec != null) {
            shapes.check(spec, Shape.OBJECT, List.of("spec"));
        }
        CaseTwins.check(document, findings);
    }

    private void checkKeys(Json.Obj document) {
        for (String key : document.fields().keySet()) {
            if (OUTPUT.contains(key)) {
                findings.keyError(
                        "unknown-field",
                        List.of(key),
                        "The field " + Texts.quote(key) + " is the catalog's own: it is served, and never written.",
                        "Take it out.");
            } else if (!ROOT.contains(key)) {
                findings.keyError(
                        "unknown-field",
                        List.of(key),
                        "The field " + Texts.quote(key)
                                + " is not allowed at the top of an entity: only apiVersion, kind,"
                                + " metadata and spec are.",
                        "Move it into metadata or spec, or take it out.");
            }
        }
    }

    private void checkText(Json.Obj document, String key, Predicate<String> rule, String must, String fix) {
        List<String> path = List.of(key);
        Json value = document.get(key);
        if (value == null) {
            findings.missing(path, key + " is missing: every entity has one.", fix);
        } else if (shapes.check(value, Shape.TEXT, path)
                && value instanceof Json.Text text
                && !rule.test(text.value())) {
            findings.error("bad-format", path, value, breach(path, must, text.value()), fix);
        }
    }

    private void checkMetadata(@Nullable Json value) {
        List<String> path = List.of("metadata");
        if (value == null) {
            findings.missing(path, "metadata is missing: every entity has one.", "Add metadata with at least a name.");
        } else if (shapes.check(value, Shape.OBJECT, path) && value instanceof Json.Obj metadata) {
            new MetadataRules(findings, shapes).check(metadata);
        }
    }

    static String breach(List<String> path, String must, String value) {
        return String.join(".", path) + " must be " + must + ", but is " + Texts.quote(value) + ".";
    }
}
