package org.callboard.core.process;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.core.entity.ReservedAnnotations;

/** Writes into a document where it comes from, and takes out what authors may not say. Field order is Backstage's. */
final class Origin {

    private static final String VIEW_URL = "backstage.io/view-url";

    private final Map<String, Json> annotations = new LinkedHashMap<>();

    Origin(LocationTarget source) {
        annotations.put(ReservedAnnotations.LOCATION, Json.of(source.reference()));
        annotations.put(ReservedAnnotations.ORIGIN, Json.of(source.origin()));
        if (source.type().equals("url")) {
            annotations.put(VIEW_URL, Json.of(source.target()));
        }
    }

    /** {@return the document as an entity of this origin, in a namespace} */
    Json.Obj mark(Json.Obj document) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("metadata", metadata(document.object("metadata")));
        document.fields().forEach(fields::putIfAbsent);
        fields.remove("relations");
        fields.remove("status");
        return new Json.Obj(fields);
    }

    private Json metadata(Json.Obj authored) {
        Map<String, Json> metadata = new LinkedHashMap<>();
        if (authored.get("namespace") == null) {
            metadata.put("namespace", Json.of(EntityRef.DEFAULT_NAMESPACE));
        }
        metadata.put("annotations", annotations(authored.object("annotations")));
        authored.fields().forEach(metadata::putIfAbsent);
        metadata.remove("uid");
        metadata.remove("etag");
        metadata.computeIfPresent("namespace", (key, value) -> lowerCase(value));
        return new Json.Obj(metadata);
    }

    private static Json lowerCase(Json namespace) {
        return namespace instanceof Json.Text text ? Json.of(text.value().toLowerCase(Locale.ROOT)) : namespace;
    }

    private Json annotations(Json.Obj authored) {
        Map<String, Json> all = new LinkedHashMap<>(annotations);
        authored.fields().forEach((key, value) -> {
            if (!ReservedAnnotations.ALL.contains(key)) {
                all.put(key, value);
            }
        });
        return new Json.Obj(all);
    }
}
