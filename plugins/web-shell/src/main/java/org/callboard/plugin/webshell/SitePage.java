package org.callboard.plugin.webshell;

import java.util.Locale;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.ui.PagePlace;
import org.callboard.api.ui.PagePlace.Listing;
import org.jspecify.annotations.Nullable;

/**
 * A page of a plugin.
 *
 * @param place where it is
 * @param path the place's path, or its id where there is something wrong with that
 * @param fault what is wrong with it, or null
 */
record SitePage(
        ExtensionHandle<?> handle,
        PagePlace place,
        PathPattern path,
        Content content,
        @Nullable PortalException fault) {

    /** {@return this page with something wrong, standing under its id} */
    SitePage faulty(PortalException why) {
        PathPattern ownId = PathPattern.of(handle.id()).orElseThrow();
        return new SitePage(handle, place, ownId, Content.failed(why), why);
    }

    boolean isListed() {
        return place.listing() == Listing.LISTED && path.parameters() == 0;
    }

    Json.Obj facts() {
        String front = "/" + handle.plugin();
        return Spot.facts(handle)
                .put("path", path.text().isEmpty() ? front : front + "/" + path.text())
                .put("icon", place.icon().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("order", place.order())
                .put("error", fault == null ? null : Spot.message(fault))
                .build();
    }
}
