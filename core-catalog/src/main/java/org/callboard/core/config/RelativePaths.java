package org.callboard.core.config;

import java.nio.file.Path;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.core.signature.Certificates;

/** Makes the paths of a configuration file absolute: they start at the folder of the file that names them. */
record RelativePaths(Path folder) {

    Json.Obj resolve(Json.Obj config) {
        Json.Obj resolved =
                certificate(path(path(path(config, "storage", "dir"), "plugins", "inbox"), "auth", "policy"));
        if (resolved.at("plugins", "signatures", "keys").orElse(Json.Null.NULL) instanceof Json.Arr keys) {
            Json.Obj plugins = resolved.object("plugins");
            Json.Arr absolute =
                    new Json.Arr(keys.items().stream().map(this::key).toList());
            resolved = resolved.with(
                    "plugins",
                    plugins.with("signatures", plugins.object("signatures").with("keys", absolute)));
        }
        if (resolved.at("plugins", "declared").orElse(null) instanceof Json.Arr declared) {
            Json.Arr absolute =
                    new Json.Arr(declared.items().stream().map(this::jar).toList());
            resolved = resolved.with("plugins", resolved.object("plugins").with("declared", absolute));
        }
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

    private Json.Obj certificate(Json.Obj config) {
        if (!(config.at("server", "tls").orElse(null) instanceof Json.Obj tls)) {
            return config;
        }
        Json.Obj absolute = tls;
        for (String key : List.of("certificate", "key")) {
            if (tls.get(key) instanceof Json.Text file) {
                absolute = absolute.with(key, Json.of(absolute(file.value())));
            }
        }
        return config.with("server", config.object("server").with("tls", absolute));
    }

    private Json jar(Json item) {
        return item instanceof Json.Obj plugin && plugin.text("file").isPresent()
                ? plugin.with("file", Json.of(absolute(plugin.text("file").orElse(""))))
                : item;
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

    private Json key(Json item) {
        return item instanceof Json.Obj key
                ? key.text("certificate")
                        .filter(text -> !Certificates.isPem(text))
                        .map(path -> key.with(
                                "certificate",
                                Json.of(folder.resolve(path).normalize().toString())))
                        .orElse(key)
                : item;
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
