package org.callboard.core.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.ingest.Field.Shape;
import org.callboard.api.model.Json;

/** The rules of {@code metadata}. */
final class MetadataRules {

    private static final int MOST = 1_000;
    private static final List<String> METADATA = List.of("metadata");
    private static final String NAME_RULE =
            "sequences of [a-zA-Z0-9] separated by any of [-_.], at most 63 characters in total";
    private static final String NAMESPACE_RULE =
            "sequences of [a-zA-Z0-9] separated by '-', at most 63 characters in total";
    private static final String TAG_RULE = "sequences of [a-z0-9:+#] separated by '-', at most 63 characters in total";
    private static final String KEY_RULE =
            "a name of at most 63 characters, with or without a domain and '/' before it, as in example.com/name";

    private final Findings findings;
    private final Shapes shapes;

    MetadataRules(Findings findings, Shapes shapes) {
        this.findings = findings;
        this.shapes = shapes;
    }

    void check(Json.Obj metadata) {
        if (metadata.get("name") == null) {
            findings.missing(
                    Shapes.step(METADATA, "name"),
                    "metadata.name is missing: every entity has a name.",
                    "Add one of " + NAME_RULE + ".");
        }
        metadata.fields().forEach(this::checkField);
    }

    private void checkField(String key, Json value) {
        List<String> path = Shapes.step(METADATA, key);
        switch (key) {
            case "name" -> checkName(value, path);
            case "namespace" -> checkNamespace(value, path);
            case "title", "uid", "etag" -> shapes.check(value, Shape.TEXT, path);
            case "description" -> checkDescription(value, path);
            case "labels" -> checkLabels(value, path);
            case "annotations" -> checkAnnotations(value, path);
            case "tags" -> checkTags(value, path);
            case "links" -> checkLinks(value, path);
            default -> {}
        }
    }

    private void checkName(Json value, List<String> path) {
        if (shapes.check(value, Shape.TEXT, path) && value instanceof Json.Text text && !Grammar.isName(text.value())) {
            badFormat(path, value, NAME_RULE, Suggestion.name(text.value()));
        }
    }

    private void checkNamespace(Json value, List<String> path) {
        if (shapes.check(value, Shape.TEXT, path)
                && value instanceof Json.Text text
                && !Grammar.isNamespace(text.value())) {
            badFormat(path, value, NAMESPACE_RULE, Suggestion.tag(text.value()).filter(Grammar::isNamespace));
        }
    }

    /** Alone among the texts it may be empty. */
    private void checkDescription(Json value, List<String> path) {
        if (!(value instanceof Json.Text)) {
            shapes.check(value, Shape.TEXT, path);
        }
    }

    private void checkLabels(Json value, List<String> path) {
        if (shapes.check(value, Shape.OBJECT, path) && value instanceof Json.Obj labels && isFew(labels, path)) {
            labels.fields().forEach((key, label) -> checkLabel(key, label, Shapes.step(path, key)));
        }
    }

    private void checkLabel(String key, Json value, List<String> path) {
        checkKey(key, path);
        if (!(value instanceof Json.Text text)) {
            shapes.check(value, Shape.TEXT, path);
        } else if (!Grammar.isLabelValue(text.value())) {
            badFormat(path, value, "empty, or " + NAME_RULE, Suggestion.name(text.value()));
        }
    }

    private void checkAnnotations(Json value, List<String> path) {
        if (shapes.check(value, Shape.OBJECT, path)
                && value instanceof Json.Obj annotations
                && isFew(annotations, path)) {
            for (Map.Entry<String, Json> annotation : annotations.fields().entrySet()) {
                checkAnnotation(annotation.getKey(), annotation.getValue(), Shapes.step(path, annotation.getKey()));
            }
        }
    }

    private void checkAnnotation(String key, Json value, List<String> path) {
        checkKey(key, path);
        if (!(value instanceof Json.Text)) {
            shapes.check(value, Shape.TEXT, path);
        } else if (ReservedAnnotations.ALL.contains(key)) {
            findings.warning(
                    "reserved-annotation",
                    path,
                    "The annotation " + key + " is set by the catalog alone; the value written here is ignored.",
                    "Take the line out.");
        }
    }

    private void checkKey(String key, List<String> path) {
        if (!Grammar.isQualifiedName(key)) {
            findings.keyError(
                    "bad-format",
                    path,
                    "The key " + Texts.quote(key) + " must be " + KEY_RULE + ".",
                    "Write a key such as example.com/name.");
        }
    }

    private void checkTags(Json value, List<String> path) {
        if (!shapes.check(value, Shape.ARRAY, path) || !(value instanceof Json.Arr tags) || !isFew(tags, path)) {
            return;
        }
        for (int i = 0; i < tags.items().size(); i++) {
            Json tag = tags.items().get(i);
            if (!(tag instanceof Json.Text text && Grammar.isTag(text.value()))) {
                checkTag(tag, Shapes.step(path, Integer.toString(i)));
            }
        }
    }

    private void checkTag(Json tag, List<String> path) {
        if (shapes.check(tag, Shape.TEXT, path) && tag instanceof Json.Text text) {
            badFormat(path, tag, TAG_RULE, Suggestion.tag(text.value()));
        }
    }

    private void checkLinks(Json value, List<String> path) {
        if (shapes.check(value, Shape.ARRAY, path) && value instanceof Json.Arr links && isFew(links, path)) {
            LinkRules rules = new LinkRules(findings, shapes);
            for (int i = 0; i < links.items().size(); i++) {
                rules.check(links.items().get(i), Shapes.step(path, Integer.toString(i)));
            }
        }
    }

    private boolean isFew(Json value, List<String> path) {
        int count = value instanceof Json.Obj object
                ? object.fields().size()
                : value instanceof Json.Arr array ? array.items().size() : 0;
        if (count > MOST) {
            findings.error(
                    "too-many",
                    path,
                    Json.Null.NULL,
                    String.join(".", path) + " has " + count + " entries; an entity may have at most " + MOST + ".",
                    "Keep what people look for, and leave the rest out.");
        }
        return count <= MOST;
    }

    private void badFormat(List<String> path, Json value, String rule, Optional<String> suggestion) {
        String text = value instanceof Json.Text written ? written.value() : "";
        findings.error(
                "bad-format",
                path,
                value,
                EnvelopeRules.breach(path, rule, text),
                suggestion
                        .map(better -> "Write " + Texts.quote(better) + ", for example.")
                        .orElse("Write it by this rule."));
    }
}
