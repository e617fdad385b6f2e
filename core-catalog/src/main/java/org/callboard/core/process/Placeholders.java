package org.callboard.core.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.api.model.Json;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.entity.Findings;
import org.callboard.core.entity.Texts;
import org.callboard.core.read.DocumentParser;
import org.callboard.core.read.Resource;
import org.callboard.core.read.UnreadableException;

/** Puts the content of other files in the place of <code>{$text: ./file}</code> and its like. One for each file. */
final class Placeholders {

    private static final Set<String> KNOWN = Set.of("$text", "$json", "$yaml", "$openapi", "$asyncapi");

    private final DocumentParser parser;
    private final SourceInputs inputs;

    Placeholders(DocumentParser parser, SourceInputs inputs) {
        this.parser = parser;
        this.inputs = inputs;
    }

    /** {@return the document with what its placeholders stand for; the same object where it has none} */
    Json.Obj resolve(Json.Obj document, Findings findings) {
        return resolve(document, new ArrayList<>(), findings) instanceof Json.Obj object ? object : document;
    }

    private Json resolve(Json value, List<String> path, Findings findings) {
        if (value instanceof Json.Obj object) {
            return object.fields().size() == 1 && isPlaceholder(object)
                    ? content(object, path, findings)
                    : resolveFields(object, path, findings);
        }
        return value instanceof Json.Arr array ? resolveItems(array, path, findings) : value;
    }

    private static boolean isPlaceholder(Json.Obj object) {
        return KNOWN.contains(object.fields().keySet().iterator().next());
    }

    private Json resolveFields(Json.Obj object, List<String> path, Findings findings) {
        Map<String, Json> changed = null;
        for (Map.Entry<String, Json> field : object.fields().entrySet()) {
            path.add(field.getKey());
            Json resolved = resolve(field.getValue(), path, findings);
            path.remove(path.size() - 1);
            if (resolved != field.getValue()) {
                changed = changed == null ? new LinkedHashMap<>(object.fields()) : changed;
                changed.put(field.getKey(), resolved);
            }
        }
        return changed == null ? object : new Json.Obj(changed);
    }

    private Json resolveItems(Json.Arr array, List<String> path, Findings findings) {
        List<Json> changed = null;
        for (int i = 0; i < array.items().size(); i++) {
            path.add(Integer.toString(i));
            Json resolved = resolve(array.items().get(i), path, findings);
            path.remove(path.size() - 1);
            if (resolved != array.items().get(i)) {
                changed = changed == null ? new ArrayList<>(array.items()) : changed;
                changed.set(i, resolved);
            }
        }
        return changed == null ? array : new Json.Arr(changed);
    }

    private Json content(Json.Obj placeholder, List<String> path, Findings findings) {
        Map.Entry<String, Json> field =
                placeholder.fields().entrySet().iterator().next();
        try {
            return read(field.getKey(), field.getValue());
        } catch (UnreadableException e) {
            List<String> place = new ArrayList<>(path);
            place.add(field.getKey());
            findings.error(
                    "placeholder-failed",
                    place,
                    field.getValue(),
                    field.getKey() + " can't be followed: " + e.problem().reason(),
                    e.problem().fix());
            findings.excuse(path);
            return placeholder;
        }
    }

    private Json read(String key, Json name) throws UnreadableException {
        if (!(name instanceof Json.Text text)) {
            throw refuse("It must name a file, but is " + Texts.describe(name) + ".", "Write the path of a file.");
        }
        Resource resource = inputs.resolve(text.value());
        try {
            return read(key, resource);
        } catch (UnreadableException e) {
            throw refuse(
                    Texts.quote(text.value()) + place(e.problem().position(), resource) + ": "
                            + e.problem().reason(),
                    e.problem().fix());
        }
    }

    /** {@return where it is, as far as the name in the placeholder does not say so} */
    private String place(SourcePosition position, Resource named) {
        if (position.line() == 0) {
            return "";
        }
        String other = position.target().equals(named.target()) ? "" : ", in " + inputs.shown(position.target());
        return other + ", line " + position.line();
    }

    private static UnreadableException refuse(String reason, String fix) {
        return new UnreadableException("placeholder-failed", reason, fix);
    }

    private Json read(String key, Resource resource) throws UnreadableException {
        String target = resource.target();
        return switch (key) {
            case "$json" -> parser.jsonValue(inputs.read(resource), target);
            case "$yaml" -> parser.yamlValue(inputs.read(resource), target);
            case "$text" -> Json.of(parser.text(inputs.read(resource), target));
            default -> Json.of(RefBundle.of(resource, parser, inputs));
        };
    }
}
