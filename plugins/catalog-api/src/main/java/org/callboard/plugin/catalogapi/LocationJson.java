package org.callboard.plugin.catalogapi;

import org.callboard.api.catalog.Location;
import org.callboard.api.model.Json;

/** Locations in requests and answers. */
final class LocationJson {

    private LocationJson() {}

    /** What a request says of a location. */
    record Place(String type, String target) {

        /**
         * Reads the place out of an object with {@code type} and {@code target}; what else is in there is passed over. As
         * with Backstage, only URLs can be registered: files are the configuration's alone.
         */
        static Place of(Body body) {
            body.require("type");
            body.require("target");
            Place place = new Place(
                    body.text("type").orElseThrow(), body.text("target").orElseThrow());
            if (!place.type.equals("url")) {
                throw Inputs.bad("Registered locations must be of an allowed type [\"url\"]");
            }
            return place;
        }

        boolean isPlaceOf(Location location) {
            return location.type().equals(type) && location.target().equals(target);
        }
    }

    static Json.Obj of(Location location) {
        return Json.object()
                .put("id", location.id())
                .put("type", location.type())
                .put("target", location.target())
                .put("entityRef", location.entityRef().toString())
                .build();
    }
}
