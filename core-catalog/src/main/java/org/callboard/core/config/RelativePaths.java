package org.callboard.core.config;

import java.nio.file.Path;
import org.callboard.api.model.Json;

/** Makes the paths of a configuration file absolute: they start at the folder of the file that names them. */
record RelativePaths(Path folder) {

    Json.Obj resolve(Json.Obj config) {
        Json.Obj resolved = path(path(config, "storage", "dir"), "plugins", "inbox");
        Json.Obj catalog = resolved.object("catalog");
        if (catalog.get("locations") instanceof Json.Arr locations) {
            Json.Arr absolute =
                    new Json.Arr(locations.items().stream().map(this::location).toList());
            resolved = resolved.with("catalog", catalog.with("locations", absolute));
        }
        return resolved;
    }

    private Json.Obj path(Json.Obj config, String section, String key) {
        return config.text(section, key)
                .map(value -> config.with(section, config.object(section).with(key, Json.of(absolute(value)))))
                .orElse(config);
    }

    private Json location(Json item) {
        if (item instanceof Json.Obj location
                && location.text("type").orElse("").equals("file")) {
            return location.text("target")
                    .map(target -> location.with("target", Json.of(absolute(target))))
                    .orElse(location);
        }
        return item;
    }

    /** Globs are no paths on every system, so only the text is joined and its dot segments are removed. */
    private String absolute(String value) {
        int glob = value.replaceAll("[*?{\\[].*", "").lastIndexOf('/');
        boolean plain = !value.matches(".*[*?{\\[].*");
        if (plain) {
            return folder.resolve(value).normalize().toString();
        }
        String fixed = glob < 0 ? "" : value.substring(0, glob);
        return folder.resolve(fixed).normalize() + "/" + value.substring(glob + 1);
    }
}
