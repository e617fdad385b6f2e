package org.callboard.plugin.catalogapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.callboard.api.model.Json;
import org.callboard.testkit.MemoryCatalog;
import org.callboard.testkit.MemoryEntity;
import org.callboard.testkit.TestJson;
import org.callboard.testkit.Yaml;

/** Makes of descriptor files the entities that a catalog serves: with defaults, annotations and relations both ways. */
final class ReferenceCatalog {

    private static final List<String> LISTS =
            List.of("providesApis", "consumesApis", "dependsOn", "dependencyOf", "children", "memberOf", "members");

    private final Map<String, Json.Obj> documents = new LinkedHashMap<>();
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
        documents.values().forEach(catalog::put);
        catalog.relate();
    }

    private void readFile(Path file) {
        try {
            for (Json.Obj entity : Yaml.documents(Files.readString(file))) {
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

    /** Adds an entity as it was written, with its annotations. */
    void add(Json.Obj written) {
        String ref = MemoryEntity.of(written, new TestJson()).ref().toString();
        Json.Obj metadata = written.object("metadata")
                .with("namespace", Json.of("default"))
                .with("uid", Json.of(uids.getOrDefault(ref, "zz-" + Integer.toHexString(ref.hashCode()))));
        Json.Obj spec = written.object("spec");
        for (String field : LISTS) {
            if (spec.get(field) instanceof Json.Arr refs) {
                spec = spec.with(
                        field, Json.ofTexts(refs.texts().stream().sorted().toList()));
            }
        }
        documents.put(ref, written.with("metadata", metadata).with("spec", spec));
    }
}
