package org.callboard.plugin.catalogapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Makes of descriptor files the entities that a catalog serves: with defaults, annotations and relations both ways. */
final class ReferenceCatalog {

    /** A field of spec, the kind it means where it names none, and the relations both ways. */
    private record Rule(String field, @Nullable String kind, String relation, String inverse) {}

    private static final List<Rule> RULES = List.of(
            new Rule("owner", "group", "ownedBy", "ownerOf"),
            new Rule("system", "system", "partOf", "hasPart"),
            new Rule("domain", "domain", "partOf", "hasPart"),
            new Rule("subdomainOf", "domain", "partOf", "hasPart"),
            new Rule("subcomponentOf", "component", "partOf", "hasPart"),
            new Rule("providesApis", "api", "providesApi", "apiProvidedBy"),
            new Rule("consumesApis", "api", "consumesApi", "apiConsumedBy"),
            new Rule("dependsOn", null, "dependsOn", "dependencyOf"),
            new Rule("dependencyOf", null, "dependencyOf", "dependsOn"),
            new Rule("parent", "group", "childOf", "parentOf"),
            new Rule("children", "group", "parentOf", "childOf"),
            new Rule("memberOf", "group", "memberOf", "hasMember"),
            new Rule("members", "user", "hasMember", "memberOf"));

    private final Map<String, Json.Obj> documents = new LinkedHashMap<>();
    private final Map<String, TreeSet<String>> arrows = new LinkedHashMap<>();
    private final Map<String, String> uids;

    /** Starts with the uids that some entities must have, by reference. */
    ReferenceCatalog(Map<String, String> uids) {
        this.uids = uids;
    }

    /** Reads all files of a folder, as the location {@code file:/catalog/*.yaml} would. */
    ReferenceCatalog readFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.sorted().forEach(this::readFile);
        }
        add(Json.object()
                .put("apiVersion", "backstage.io/v1alpha1")
                .put("kind", "Location")
                .put("metadata", Json.object().put("name", "generated-0").build())
                .put(
                        "spec",
                        Json.object()
                                .put("type", "file")
                                .put("target", "/catalog/*.yaml")
                                .build())
                .build());
        return this;
    }

    void fill(MemoryCatalog catalog) {
        documents.values().forEach(this::relate);
        documents.forEach((ref, document) -> catalog.put(document.with("relations", relations(ref))));
    }

    private void readFile(Path file) {
        try {
            for (Json.Obj entity : documents(Files.readString(file))) {
                Json.Obj annotations = Json.object()
                        .put("backstage.io/managed-by-location", "file:/catalog/" + file.getFileName())
                        .put("backstage.io/managed-by-origin-location", "file:/catalog/*.yaml")
                        .build();
                for (Map.Entry<String, Json> own :
                        entity.object("metadata", "annotations").fields().entrySet()) {
                    annotations = annotations.with(own.getKey(), own.getValue());
                }
                add(entity.with("metadata", entity.object("metadata").with("annotations", annotations)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the documents of a YAML text} */
    static List<Json.Obj> documents(String yaml) {
        List<Json.Obj> documents = new ArrayList<>();
        for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(yaml)) {
            documents.add((Json.Obj) toJson(document));
        }
        return documents;
    }

    /** Adds an entity as it was written, with its annotations. */
    void add(Json.Obj written) {
        String ref = MemoryEntity.of(written, new JacksonFormat()).ref().toString();
        Json.Obj metadata = written.object("metadata")
                .with("namespace", Json.of("default"))
                .with("uid", Json.of(uids.getOrDefault(ref, "zz-" + Integer.toHexString(ref.hashCode()))));
        Json.Obj spec = written.object("spec");
        for (Rule rule : RULES) {
            if (spec.get(rule.field) instanceof Json.Arr refs) {
                spec = spec.with(
                        rule.field, Json.ofTexts(refs.texts().stream().sorted().toList()));
            }
        }
        documents.put(ref, written.with("metadata", metadata).with("spec", spec));
    }

    private void relate(Json.Obj document) {
        String source = MemoryEntity.of(document, new JacksonFormat()).ref().toString();
        for (Rule rule : RULES) {
            Json value = document.object("spec").get(rule.field);
            List<String> targets = value instanceof Json.Arr refs ? refs.texts() : new ArrayList<>();
            if (value instanceof Json.Text one) {
                targets.add(one.value());
            }
            for (String text : targets) {
                String target = EntityRef.parse(text, rule.kind, "default").toString();
                arrow(source, rule.relation, target);
                arrow(target, rule.inverse, source);
            }
        }
    }

    private void arrow(String from, String type, String to) {
        arrows.computeIfAbsent(from, ref -> new TreeSet<>()).add(type + " " + to);
    }

    private Json relations(String ref) {
        Collection<String> sorted = arrows.getOrDefault(ref, new TreeSet<>());
        return new Json.Arr(sorted.stream()
                .map(arrow -> arrow.split(" ", 2))
                .<Json>map(parts -> Json.object()
                        .put("type", parts[0])
                        .put("targetRef", parts[1])
                        .build())
                .toList());
    }

    private static Json toJson(Object value) {
        if (value instanceof Map<?, ?> map) {
            Json.Builder object = Json.object();
            map.forEach((name, field) -> object.put(String.valueOf(name), toJson(field)));
            return object.build();
        }
        if (value instanceof List<?> list) {
            return new Json.Arr(
                    list.stream().<Json>map(ReferenceCatalog::toJson).toList());
        }
        if (value instanceof Number number) {
            return new Json.Num(new BigDecimal(number.toString()));
        }
        if (value instanceof Boolean bool) {
            return bool ? Json.Bool.TRUE : Json.Bool.FALSE;
        }
        return Json.of(String.valueOf(value));
    }
}
