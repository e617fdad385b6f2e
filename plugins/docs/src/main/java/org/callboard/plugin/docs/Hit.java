package org.callboard.plugin.docs;

import org.callboard.api.model.Json;

/**
 * A section that was found.
 *
 * @param page the address of its page
 * @param id of its heading; empty where it stands before all
 * @param section the text of its heading
 * @param excerpt some words around the first that was found
 */
record Hit(String page, String title, String id, String section, String excerpt) {

    Json json() {
        return Json.object()
                .put("page", page)
                .put("title", title)
                .put("id", id)
                .put("section", section)
                .put("excerpt", excerpt)
                .build();
    }
}
