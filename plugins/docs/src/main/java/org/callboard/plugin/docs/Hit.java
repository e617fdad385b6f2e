package org.callboard.plugin.docs;

import org.callboard.api.model.Json;
import org.callboard.api.search.SearchHit;

/**
 * A section that was found.
 *
 * @param page the address of its page
 * @param id its anchor; empty where the page itself is meant
 */
record Hit(String page, String id, SearchHit found) {

    static Hit of(SiteAddress addresses, SearchHit found) {
        String[] place = addresses.page(found.address()).split("#", 2);
        return new Hit(place[0], place.length > 1 ? place[1] : "", found);
    }

    Json.Obj json() {
        return Json.object()
                .put("page", page)
                .put("title", found.title())
                .put("id", id)
                .put("section", found.heading())
                .put("excerpt", found.excerpt().text())
                .put(
                        "marks",
                        new Json.Arr(found.excerpt().marks().stream()
                                .<Json>map(mark -> Json.object()
                                        .put("start", mark.start())
                                        .put("end", mark.end())
                                        .build())
                                .toList()))
                .build();
    }
}
