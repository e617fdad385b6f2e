package org.callboard.launcher;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON as a portal answers it. What is not there is empty. */
final class Tree {

    private static final Tree NOTHING = new Tree("", Map.of(), List.of());

    private final String text;
    private final Map<String, Tree> fields;
    private final List<Tree> items;

    private Tree(String text, Map<String, Tree> fields, List<Tree> items) {
        this.text = text;
        this.fields = fields;
        this.items = items;
    }

    static Tree parse(String json) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            return parser.nextToken() == null ? NOTHING : value(parser);
        }
    }

    /** {@return an object of texts as JSON} */
    static String json(Map<String, String> fields) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            for (Map.Entry<String, String> field : fields.entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    private static Tree value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Tree> fields = new LinkedHashMap<>();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                fields.put(name, value(parser));
            }
            return new Tree("", fields, List.of());
        }
        if (token == JsonToken.START_ARRAY) {
            List<Tree> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return new Tree("", Map.of(), items);
        }
        return token == JsonToken.VALUE_NULL ? NOTHING : new Tree(parser.getText(), Map.of(), List.of());
    }

    Tree at(String... path) {
        Tree tree = this;
        for (String step : path) {
            tree = tree.fields.getOrDefault(step, NOTHING);
        }
        return tree;
    }

    /** {@return the text or number there, fit for a terminal} */
    String text(String... path) {
        return printable(at(path).text);
    }

    /** {@return the text there line by line, each fit for a terminal} */
    List<String> lines(String... path) {
        return Arrays.stream(at(path).text.split("\n", -1)).map(Tree::printable).toList();
    }

    List<Tree> items(String... path) {
        return at(path).items;
    }

    Map<String, Tree> fields(String... path) {
        return at(path).fields;
    }

    boolean isEmpty() {
        return text.isEmpty() && fields.isEmpty() && items.isEmpty();
    }

    /** {@return all of it in one line, without names} */
    String words() {
        List<Tree> inner = new ArrayList<>(fields.values());
        inner.addAll(items);
        return inner.isEmpty()
                ? text()
                : inner.stream()
                        .filter(part -> !part.isEmpty())
                        .map(Tree::words)
                        .collect(Collectors.joining(fields.isEmpty() ? ", " : " "));
    }

    /** Texts of strangers must not move the cursor or change colours. */
    private static String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(point ->
                        Character.isISOControl(point) || Character.getType(point) == Character.FORMAT ? ' ' : point)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
