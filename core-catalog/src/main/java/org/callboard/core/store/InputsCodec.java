package org.callboard.core.store;

import java.util.Collection;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.read.Resource;
import org.jspecify.annotations.Nullable;

/** What a source was made from besides itself, as a column holds it; null for nothing. */
final class InputsCodec {

    private final JsonCodec codec;

    InputsCodec(JsonCodec codec) {
        this.codec = codec;
    }

    byte @Nullable [] encode(Collection<Resource> inputs) {
        return inputs.isEmpty()
                ? null
                : codec.encode(Json.ofTexts(
                        inputs.stream().map(Resource::reference).distinct().toList()));
    }

    List<Resource> decode(byte @Nullable [] bytes) {
        return bytes != null && codec.decode(bytes) instanceof Json.Arr references
                ? references.texts().stream().map(InputsCodec::resource).toList()
                : List.of();
    }

    private static Resource resource(String reference) {
        int colon = reference.indexOf(':');
        return new Resource(reference.substring(0, colon), reference.substring(colon + 1));
    }
}
