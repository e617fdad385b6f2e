package org.callboard.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;

/** JSON by Jackson's tree. */
public final class TestJson implements JsonFormat {

    private static final int LONGEST = 1024 * 1024;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Reads a text that is known to be JSON, such as a file of this test. */
    public Json readText(String text) {
        try {
            return fromNode(MAPPER.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Json read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new PortalException(ProblemKind.TOO_LARGE, "The JSON is longer than 1 MiB.");
        }
        try {
            JsonNode node = MAPPER.readTree(new ByteArrayInputStream(bytes));
            if (node.isMissingNode()) {
                throw new PortalException(ProblemKind.BAD_INPUT, "There is no JSON at all.");
            }
            return fromNode(node);
        } catch (JsonProcessingException e) {
            throw new PortalException(ProblemKind.BAD_INPUT, e.getOriginalMessage(), null, e);
        }
    }

    @Override
    public void write(Json value, OutputStream out) throws IOException {
        out.write(toText(value).getBytes(StandardCharsets.UTF_8));
    }

    /** {@return the value as compact JSON} */
    public String toText(Json value) {
        return toNode(value).toString();
    }

    private static Json fromNode(JsonNode node) {
        if (node.isObject()) {
            Json.Builder object = Json.object();
            node.properties().forEach(field -> object.put(field.getKey(), fromNode(field.getValue())));
            return object.build();
        }
        if (node.isArray()) {
            List<Json> items = new ArrayList<>();
            node.forEach(item -> items.add(fromNode(item)));
            return new Json.Arr(items);
        }
        if (node.isTextual()) {
            return Json.of(node.textValue());
        }
        if (node.isNumber()) {
            return new Json.Num(node.decimalValue());
        }
        if (node.isBoolean()) {
            return node.booleanValue() ? Json.Bool.TRUE : Json.Bool.FALSE;
        }
        return Json.Null.NULL;
    }

    private static JsonNode toNode(Json value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value instanceof Json.Obj object) {
            ObjectNode node = nodes.objectNode();
            object.fields().forEach((name, field) -> node.set(name, toNode(field)));
            return node;
        }
        if (value instanceof Json.Arr array) {
            return nodes.arrayNode()
                    .addAll(array.items().stream().map(TestJson::toNode).toList());
        }
        if (value instanceof Json.Text text) {
            return nodes.textNode(text.value());
        }
        if (value instanceof Json.Num number) {
            return nodes.numberNode(number.value());
        }
        return value == Json.Null.NULL ? nodes.nullNode() : nodes.booleanNode(value == Json.Bool.TRUE);
    }
}
