package org.callboard.core.entity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;

/**
 * JSON text. {@link #read} takes what strangers send, within the limits of its contract; {@link #decode} takes what the
 * portal wrote itself. Thread-safe.
 */
public final class JsonCodec implements JsonFormat {

    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_DEPTH = 100;

    private final JsonFactory strict = factory(
            StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(JsonNumbers.MAX_LENGTH)
                    .build(),
            true);
    private final JsonFactory trusting = factory(
            StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build(), false);

    private static JsonFactory factory(StreamReadConstraints constraints, boolean refuseTwice) {
        return new JsonFactoryBuilder()
                .streamReadConstraints(constraints)
                .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, refuseTwice)
                .configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false)
                .configure(StreamWriteFeature.FLUSH_PASSED_TO_STREAM, false)
                .configure(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8, true)
                .build();
    }

    @Override
    public Json read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new PortalException(
                    ProblemKind.TOO_LARGE, "The JSON text is longer than 1 MiB.", "Send less at a time.");
        }
        return decode(strict, bytes);
    }

    /**
     * Reads what {@link #encode} wrote: neither its length is limited nor its keys are compared.
     *
     * @throws PortalException BAD_INPUT where it is no JSON
     */
    public Json decode(byte[] bytes) {
        return decode(trusting, bytes);
    }

    /**
     * Reads what strangers send, where its length was limited before.
     *
     * @throws PortalException BAD_INPUT where it is no JSON
     */
    public Json decodeForeign(byte[] bytes) {
        return decode(strict, bytes);
    }

    private static Json decode(JsonFactory factory, byte[] bytes) {
        try (JsonParser parser = factory.createParser(bytes)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new PortalException(ProblemKind.BAD_INPUT, "The JSON text is empty.", "Send a JSON value.");
            }
            Json value = value(parser, first);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "more text behind the end of the value");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (CharConversionException e) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT, "This is no JSON: its bytes are no text.", "Send it in UTF-8.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PortalException malformed(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        String place =
                location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        return new PortalException(
                ProblemKind.BAD_INPUT,
                "This is no JSON" + place + ": " + e.getOriginalMessage(),
                "Correct the text at this place.",
                e);
    }

    private static Json value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Json.Text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> Json.Bool.TRUE;
            case VALUE_FALSE -> Json.Bool.FALSE;
            case VALUE_NULL -> Json.Null.NULL;
            default -> throw new JsonParseException(parser, "no value here");
        };
    }

    private static Json number(JsonParser parser) throws IOException {
        Optional<BigDecimal> number = JsonNumbers.parse(parser.getText());
        if (number.isEmpty()) {
            throw new JsonParseException(parser, "the number is out of range");
        }
        return new Json.Num(number.get());
    }

    private static Json object(JsonParser parser) throws IOException {
        Map<String, Json> fields = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            fields.put(name, value(parser, parser.nextToken()));
        }
        return new Json.Obj(fields);
    }

    private static Json array(JsonParser parser) throws IOException {
        List<Json> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token));
        }
        return new Json.Arr(items);
    }

    /** {@return the value as {@link #write} writes it} */
    public byte[] encode(Json value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try {
            write(value, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public void write(Json value, OutputStream out) throws IOException {
        try (JsonGenerator generator = trusting.createGenerator(out)) {
            write(generator, value);
        }
    }

    private static void write(JsonGenerator generator, Json value) throws IOException {
        if (value instanceof Json.Text text) {
            generator.writeString(wellFormed(text.value()));
        } else if (value instanceof Json.Obj object) {
            generator.writeStartObject();
            for (Map.Entry<String, Json> field : object.fields().entrySet()) {
                generator.writeFieldName(wellFormed(field.getKey()));
                write(generator, field.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof Json.Arr array) {
            generator.writeStartArray();
            for (Json item : array.items()) {
                write(generator, item);
            }
            generator.writeEndArray();
        } else if (value instanceof Json.Num number) {
            writeNumber(generator, number.value());
        } else if (value instanceof Json.Bool bool) {
            generator.writeBoolean(bool == Json.Bool.TRUE);
        } else {
            generator.writeNull();
        }
    }

    /** A number that could not be read again, as only a plugin can make one, is written as a text. */
    private static void writeNumber(JsonGenerator generator, BigDecimal number) throws IOException {
        if (JsonNumbers.isBounded(number)) {
            generator.writeNumber(number);
        } else {
            generator.writeString(number.toString());
        }
    }

    /** UTF-8 has no half surrogate pairs; Java's texts may. */
    private static String wellFormed(String text) {
        return Texts.hasLoneSurrogate(text) ? Texts.withoutLoneSurrogates(text) : text;
    }
}
