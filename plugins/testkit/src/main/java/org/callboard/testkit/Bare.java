package org.callboard.testkit;

import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;

/** An entity of the same reference with nothing in it that may be left out. */
final class Bare {

    private Bare() {}

    static Entity of(Entity entity) {
        return MemoryEntity.of(of(entity.document()), new TestJson());
    }

    /** {@return a bare entity of the same kind that is called so} */
    static Entity named(Entity entity, String name) {
        return MemoryEntity.of(of(entity.document(), name), new TestJson());
    }

    static Json.Obj of(Json.Obj document) {
        return of(document, document.text("metadata", "name").orElseThrow());
    }

    private static Json.Obj of(Json.Obj document, String name) {
        Json.Builder metadata = Json.object()
                .put("namespace", MemoryEntity.refOf(document).namespace())
                .put("name", name);
        return Json.object()
                .put("apiVersion", document.text("apiVersion").orElse("backstage.io/v1alpha1"))
                .put("kind", document.text("kind").orElseThrow())
                .put("metadata", metadata.build())
                .build();
    }
}
