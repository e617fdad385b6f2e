package org.callboard.core.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.model.Json;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.entity.JsonNumbers;

/** Builds the one document of a JSON file. Used once. */
final class JsonTree {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
            .build();
    private static final String MEND = "Correct the JSON at this place.";

    private final JsonParser tokens;
    private final ReadLimits limits;
    private final String target;

    private JsonTree(JsonParser tokens, ReadLimits limits, String target) {
        this.tokens = tokens;
        this.limits = limits;
        this.target = target;
    }

    /** {@return the file's one value, or nothing where the file is blank} */
    static Optional<Node> read(String text, ReadLimits limits, String target) throws UnreadableException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return new JsonTree(parser, limits, target).read();
        } catch (JsonProcessingException e) {
            throw syntax(e, target);
        } catch (IOException | RuntimeException e) {
            // a fault of the library's must not stop the files behind this one
            throw new UnreadableException(
                    "json-syntax", SourcePosition.ofFile(target), "The JSON can't be read.", MEND);
        }
    }

    private Optional<Node> read() throws IOException, UnreadableException {
        JsonToken first = tokens.nextToken();
        if (first == null) {
            return Optional.empty();
        }
        Node node = value(first, 1);
        if (tokens.nextToken() != null) {
            throw new UnreadableException("json-syntax", here(), "More text stands behind the end of the JSON.", MEND);
        }
        return Optional.of(node);
    }

    private Node value(JsonToken token, int depth) throws IOException, UnreadableException {
        if (depth > limits.depth() && token.isStructStart()) {
            throw Refusals.tooDeep(limits.depth(), here());
        }
        return switch (token) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING -> leaf(new Json.Text(text(tokens.getText())));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> leaf(number());
            case VALUE_TRUE -> leaf(Json.Bool.TRUE);
            case VALUE_FALSE -> leaf(Json.Bool.FALSE);
            default -> leaf(Json.Null.NULL);
        };
    }

    private Node leaf(Json value) {
        SourcePosition here = here();
        return new Node(value, Place.item(here.line(), here.column(), List.of()), 1);
    }

    private String text(String text) throws UnreadableException {
        if (!Refusals.isClean(text)) {
            throw Refusals.badCharacter(text, here());
        }
        return text;
    }

    private Json number() throws IOException, UnreadableException {
        String text = tokens.getText();
        return JsonNumbers.parse(text).map(Json.Num::new).orElseThrow(() -> Refusals.numberRange(text, here()));
    }

    private Node array(int depth) throws IOException, UnreadableException {
        SourcePosition start = here();
        List<Json> items = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (JsonToken token = tokens.nextToken(); token != JsonToken.END_ARRAY; token = tokens.nextToken()) {
            Node item = value(token, depth + 1);
            items.add(item.value());
            places.add(item.place());
        }
        return new Node(new Json.Arr(items), Place.item(start.line(), start.column(), places), 1);
    }

    private Node object(int depth) throws IOException, UnreadableException {
        SourcePosition start = here();
        Map<String, Json> fields = new LinkedHashMap<>();
        List<Place> places = new ArrayList<>();
        for (String name = tokens.nextFieldName(); name != null; name = tokens.nextFieldName()) {
            SourcePosition key = here();
            if (fields.containsKey(text(name))) {
                Place first = places.get(new ArrayList<>(fields.keySet()).indexOf(name));
                throw Refusals.duplicateKey(name, first.keyLine(), key);
            }
            Node value = value(tokens.nextToken(), depth + 1);
            fields.put(name, value.value());
            places.add(value.place().withKey(key.line(), key.column()));
        }
        return new Node(new Json.Obj(fields), Place.item(start.line(), start.column(), places), 1);
    }

    private SourcePosition here() {
        return position(tokens.currentTokenLocation(), target);
    }

    private static SourcePosition position(JsonLocation location, String target) {
        return new SourcePosition(target, Math.max(location.getLineNr(), 0), Math.max(location.getColumnNr(), 0));
    }

    private static UnreadableException syntax(JsonProcessingException e, String target) {
        JsonLocation location = e.getLocation();
        SourcePosition place = location == null ? SourcePosition.ofFile(target) : position(location, target);
        String message = e.getOriginalMessage();
        String reason = before(before(message, " (start marker"), ": maybe a (non-standard)");
        return new UnreadableException("json-syntax", place, "This is no JSON: " + reason + ".", MEND);
    }

    /** The library goes on with what its own settings are. */
    private static String before(String message, String aside) {
        int at = message.indexOf(aside);
        return at < 0 ? message : message.substring(0, at);
    }
}
