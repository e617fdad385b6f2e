package org.callboard.core.http;

import java.util.Comparator;
import java.util.stream.Stream;
import org.callboard.api.model.Json;
import org.callboard.core.revision.Preview;
import org.jspecify.annotations.Nullable;

/** Previews as the API answers them; their keys are told to those alone who open them. */
final class PreviewJson {

    private PreviewJson() {}

    /** {@return what the one learns who has opened it} */
    static Json.Obj opened(Preview preview) {
        Json.Obj key = Json.object()
                .put("key", preview.key())
                .put("path", PreviewResource.path(preview))
                .put("expires", preview.expires().toString())
                .build();
        return facts(preview)
                .put("digest", preview.revision().name().digest())
                .put("contributes", PluginJson.of(preview.revision().contributions()))
                .put("preview", key)
                .build();
    }

    /** {@return what everybody may know} */
    static Json.Arr of(Stream<Preview> previews) {
        return new Json.Arr(
                previews.sorted(Comparator.comparing(Preview::plugin).thenComparing(Preview::author))
                        .<Json>map(PreviewJson::of)
                        .toList());
    }

    static Json orNull(@Nullable Preview preview) {
        return preview == null ? Json.Null.NULL : of(preview);
    }

    private static Json.Obj of(Preview preview) {
        return facts(preview)
                .put("author", preview.author())
                .put("expires", preview.expires().toString())
                .build();
    }

    private static Json.Builder facts(Preview preview) {
        return Json.object()
                .put("id", preview.plugin())
                .put("version", preview.revision().name().version())
                .put("title", preview.revision().title());
    }
}
