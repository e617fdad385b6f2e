package org.callboard.core.config;

import java.util.ArrayList;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.core.config.PortalConfig.CatalogPolicy;
import org.callboard.core.config.PortalConfig.Location;

/** What {@code catalog} says: where descriptors are, and what becomes of them. */
final class CatalogSection {

    private CatalogSection() {}

    static List<Location> locations(Json.Obj config) {
        KindRules rules = KindRules.of(config.object("catalog").array("rules"));
        List<Location> locations = new ArrayList<>();
        for (Json item : config.array("catalog", "locations").items()) {
            if (item instanceof Json.Obj location) {
                String type = location.text("type").orElse("");
                String target = location.text("target").orElse("");
                locations.add(new Location(type, target, rules.allowed(type, target, location.array("rules"))));
            }
        }
        return locations;
    }

    static CatalogPolicy policy(Json.Obj config) {
        return new CatalogPolicy(
                config.at("catalog", "readonly").orElse(Json.Bool.FALSE) == Json.Bool.TRUE,
                config.text("catalog", "orphanStrategy").orElse("delete").equals("keep"));
    }
}
