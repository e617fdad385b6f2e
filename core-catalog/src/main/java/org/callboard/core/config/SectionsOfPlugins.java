package org.callboard.core.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.callboard.api.config.Secret;
import org.callboard.api.model.Json;
import org.callboard.core.config.PluginSection.Layer;
import org.callboard.core.read.ParsedDocument.Parsed;
import org.callboard.core.web.AllowedHost;

/** Collects {@code plugins.config} and {@code plugins.hosts}, file after file. */
final class SectionsOfPlugins {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final String CONFIG = "config";

    private final Map<String, PluginSection> config = new HashMap<>();
    private final Set<Path> files = new HashSet<>();
    private final Map<String, Set<SecretReference>> references = new HashMap<>();
    private final Set<String> secrets = new HashSet<>();

    /** Notes a file that is read. */
    void read(Path file) {
        files.add(file.toAbsolutePath());
    }

    /** Takes what a document sets for plugins. */
    void add(Parsed document, Substitution substitution) {
        Json section = document.tree().object("plugins").get(CONFIG);
        if (section == null) {
            return;
        }
        List<String> path = List.of("plugins", CONFIG);
        ConfigSchema.require(section instanceof Json.Obj, document, path, "must hold the ids of plugins");
        document.tree().object("plugins", CONFIG).fields().forEach((id, values) -> {
            List<String> place = List.of("plugins", CONFIG, id);
            ConfigSchema.require(ID.matcher(id).matches(), document, place, "is not the id of a plugin");
            PluginSection before = config.getOrDefault(id, PluginSection.NONE);
            config.put(id, before.over(new Puts(id, substitution).layer(document, place, values)));
        });
        secrets.addAll(substitution.hidden());
    }

    /** {@return the document without what is set for plugins, which is of no concern to the portal itself} */
    static Json.Obj without(Json.Obj tree) {
        return tree.get("plugins") instanceof Json.Obj plugins ? tree.with("plugins", plugins.without(CONFIG)) : tree;
    }

    /** Refuses hosts that could not be used. */
    static void check(Parsed document, Json.Obj values) {
        Json hosts = values.object("plugins").get("hosts");
        List<String> path = List.of("plugins", "hosts");
        ConfigSchema.require(
                hosts == null || hosts instanceof Json.Obj, document, path, "must hold the ids of plugins");
        values.object("plugins", "hosts").fields().forEach((id, list) -> {
            List<String> place = List.of("plugins", "hosts", id);
            ConfigSchema.require(ID.matcher(id).matches(), document, place, "is not the id of a plugin");
            ReadingSection.checkList(document, place, list);
        });
    }

    /** {@return all of it} */
    PluginSections sections(Json.Obj merged) {
        Map<String, List<AllowedHost>> hosts = new HashMap<>();
        merged.object("plugins", "hosts")
                .fields()
                .forEach((id, list) -> hosts.put(id, ReadingSection.allowed(merged.array("plugins", "hosts", id))));
        Map<String, Integer> others = new HashMap<>();
        merged.fields().forEach((section, value) -> {
            Json.Obj fields = value instanceof Json.Obj object
                    ? object
                    : Json.object().put("", value).build();
            fields.fields()
                    .forEach((key, field) ->
                            others.put(key.isEmpty() ? section : section + "." + key, field.hashCode()));
        });
        others.remove("plugins.hosts");
        others.keySet().removeAll(PortalConfig.Auth.KEYS);
        List<Secret> hidden = secrets.stream().map(Secret::of).toList();
        return new PluginSections(config, hosts, files, references, hidden, others);
    }

    /** {@return the path of something within what has another} */
    static List<String> inner(List<String> path, String key) {
        List<String> inner = new ArrayList<>(path);
        inner.add(key);
        return inner;
    }

    /** Puts values in, and goes on where one can't be had. */
    private final class Puts {

        private final String plugin;
        private final Substitution substitution;
        private final Map<List<String>, String> faults = new HashMap<>();
        private final Set<List<String>> hidden = new HashSet<>();
        private final Map<List<String>, String> stale = new HashMap<>();

        Puts(String plugin, Substitution substitution) {
            this.plugin = plugin;
            this.substitution = substitution;
        }

        Layer layer(Parsed document, List<String> place, Json values) {
            return new Layer(put(values, List.of()), faults, hidden, stale, document.positions(), place);
        }

        private Json put(Json value, List<String> path) {
            if (value instanceof Json.Text text) {
                return text(text, path);
            }
            if (value instanceof Json.Arr array) {
                List<Json> items = new ArrayList<>();
                for (Json item : array.items()) {
                    items.add(put(item, inner(path, Integer.toString(items.size()))));
                }
                return new Json.Arr(items);
            }
            if (value instanceof Json.Obj object) {
                Map<String, Json> fields = new LinkedHashMap<>();
                object.fields().forEach((key, field) -> fields.put(key, put(field, inner(path, key))));
                return new Json.Obj(fields);
            }
            return value;
        }

        private Json text(Json.Text text, List<String> path) {
            Set<Path> read = substitution.files(text.value());
            files.addAll(read);
            List<SecretReference> fetched = substitution.references(text.value());
            if (!fetched.isEmpty()) {
                references.computeIfAbsent(plugin, id -> new HashSet<>()).addAll(fetched);
            }
            if (!read.isEmpty() || !fetched.isEmpty()) {
                hidden.add(path);
            }
            try {
                String value = substitution.apply(text.value());
                fetched.forEach(reference -> note(reference, path));
                return Json.of(value);
            } catch (ConfigException missing) {
                faults.put(path, String.valueOf(missing.getMessage()));
                return text;
            }
        }

        private void note(SecretReference reference, List<String> path) {
            String trouble = substitution.trouble(reference);
            if (trouble != null) {
                stale.put(path, "is the secret " + reference + ", which could not be fetched again: " + trouble);
            }
        }
    }
}
