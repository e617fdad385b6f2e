package org.callboard.core.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.entity.JsonCodec;

/** Reads and writes records, and the portal's own JSON values, as JSON. */
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
final class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    private final JsonCodec codec = new JsonCodec();

    /** A type cache of its own: Jackson's shared one would keep the classes of removed plugins alive. */
    private final LookupCache<Object, JavaType> types = new LRUMap<>(16, 200);

    private final ObjectMapper mapper = new ObjectMapper()
            .setTypeFactory(TypeFactory.defaultInstance().withCache(types))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isOurs(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isOurs(type);
    }

    private static boolean isOurs(Class<?> type) {
        return type != String.class && type != byte[].class && !InputStream.class.isAssignableFrom(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        if (Json.class.isAssignableFrom(type)) {
            return type.cast(codec.read(in));
        }
        try {
            return mapper.readValue(in, mapper.getTypeFactory().constructType(generic));
        } catch (JsonProcessingException malformed) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "The body can't be read: " + malformed.getOriginalMessage() + ".",
                    "Send JSON as the plugin's documentation describes it.",
                    malformed);
        }
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        if (value instanceof Json json) {
            codec.write(json, out);
        } else {
            out.write(mapper.writeValueAsBytes(value));
        }
    }
}
