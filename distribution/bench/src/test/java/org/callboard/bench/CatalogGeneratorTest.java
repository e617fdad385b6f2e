package org.callboard.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class CatalogGeneratorTest {

    /** The fields of spec that hold references, and the kind that each means by itself. */
    private static final Map<String, String> REFERENCES = Map.of(
            "owner", "group",
            "system", "system",
            "domain", "domain",
            "subdomainOf", "domain",
            "parent", "group",
            "memberOf", "group",
            "dependsOn", "component",
            "providesApis", "api",
            "consumesApis", "api");

    @Test
    void mixesTheKindsOfACompany() {
        Map<Object, Long> counts = parse(new CatalogGenerator(1_000, 1).documents()).stream()
                .collect(Collectors.groupingBy(entity -> String.valueOf(entity.get("kind")), Collectors.counting()));
        assertEquals(
                Map.of(
                        "Component",
                        700L,
                        "API",
                        100L,
                        "Resource",
                        50L,
                        "System",
                        50L,
                        "Domain",
                        10L,
                        "Group",
                        60L,
                        "User",
                        30L),
                counts);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 99, 1_234})
    void makesAsManyEntitiesAsAskedFor(int size) {
        assertEquals(size, new CatalogGenerator(size, 1).documents().size());
    }

    @Test
    void givesTheSameBytesForTheSameSeed() {
        List<String> documents = new CatalogGenerator(200, 42).documents();
        assertEquals(documents, new CatalogGenerator(200, 42).documents());
        assertNotEquals(documents, new CatalogGenerator(200, 43).documents());
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 1_000})
    void refersOnlyToEntitiesThatAreThere(int size) {
        List<Map<?, ?>> entities = parse(new CatalogGenerator(size, 7).documents());
        Set<String> known = new HashSet<>();
        entities.forEach(entity -> known.add(ref(entity)));
        assertEquals(size, known.size());
        int followed = 0;
        for (Map<?, ?> entity : entities) {
            for (String target : targets(entity)) {
                assertTrue(known.contains(target), () -> ref(entity) + " refers to " + target);
                followed++;
            }
        }
        assertTrue(followed > size, "only " + followed + " references");
    }

    @Test
    void writesFiftyDocumentsAFile(@TempDir Path folder) throws Exception {
        CatalogGenerator.write(120, 1, folder);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("part-0000.yaml", "part-0001.yaml", "part-0002.yaml"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertEquals(
                20,
                parse(List.of(Files.readString(folder.resolve("part-0002.yaml"))))
                        .size());
    }

    private static List<Map<?, ?>> parse(List<String> documents) {
        List<Map<?, ?>> entities = new ArrayList<>();
        Load load = new Load(LoadSettings.builder().build());
        for (Object entity : load.loadAllFromString(String.join("", documents))) {
            entities.add((Map<?, ?>) entity);
        }
        return entities;
    }

    private static String ref(Map<?, ?> entity) {
        String kind = String.valueOf(entity.get("kind")).toLowerCase(Locale.ROOT);
        return kind + ":default/" + map(entity.get("metadata")).get("name");
    }

    private static List<String> targets(Map<?, ?> entity) {
        List<String> targets = new ArrayList<>();
        map(entity.get("spec")).forEach((field, value) -> {
            String kind = REFERENCES.get(String.valueOf(field));
            if (kind != null) {
                List<?> texts = value instanceof List<?> list ? list : List.of(value);
                texts.forEach(text -> targets.add(canonical(kind, String.valueOf(text))));
            }
        });
        return targets;
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    private static String canonical(String kind, String text) {
        return text.contains(":") ? text : kind + ":default/" + text;
    }
}
