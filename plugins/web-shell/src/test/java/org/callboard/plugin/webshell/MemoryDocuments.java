package org.callboard.plugin.webshell;

import org.callboard.api.model.Json;

/** Documents of entities. */
final class MemoryDocuments {

    private MemoryDocuments() {}

    static Json.Obj component(String name) {
        return Json.object()
                .put("kind", "Component")
                .put("metadata", Json.object().put("name", name).build())
                .build();
    }
}
