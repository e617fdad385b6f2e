package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.callboard.testkit.run.Requirements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The standards that are shipped, asked of what real users have written: what they find is looked up once more without them. */
class ScoredCorpusJourney {

    private static final String SERVICES = "standard:default/service-basics";
    private static final String APIS = "standard:default/api-basics";

    /** What the issue wants of the set: each is a check. */
    private static final Set<String> THEMES = Set.of(
            "owner", "docs", "on-call", "lifecycle", "api", "dependencies", "builds", "security", "licence", "fresh");

    private static PortalProcess portal;

    @BeforeAll
    static void start(@TempDir Path root) {
        Path descriptors = Path.of(System.getProperty("corpus", "none"), "descriptors");
        Requirements.present(Files.isDirectory(descriptors), "there is no corpus at " + descriptors);
        portal = PortalProcess.start(PortalFolder.with(root, """
                catalog:
                  rules:
                    - allow: [Component, API, Resource, System, Domain, Group, User, Location, Template]
                  locations:
                    - type: file
                      target: %s
                      rules: [{allow: [Standard]}]
                    - type: file
                      target: %s/**/*.{yaml,yml,json}
                """.formatted(
                        Distribution.home().resolve("example/platform/standards.yaml"),
                        descriptors.toAbsolutePath().normalize())));
        Eventually.holds("a score of each", Duration.ofSeconds(90), () -> isScored(SERVICES) && isScored(APIS));
    }

    @AfterAll
    static void stop() {
        if (portal != null) {
            portal.close();
        }
    }

    private static JsonNode map(String standard) {
        return portal.administrator()
                .get("/api/scorecards/heatmap?standard=" + standard)
                .json();
    }

    private static List<JsonNode> entities(String filter) {
        List<JsonNode> found = new ArrayList<>();
        portal.administrator()
                .get("/api/catalog/entities/by-query?limit=5000&filter=" + filter)
                .expect(200)
                .json()
                .path("items")
                .forEach(found::add);
        return found;
    }

    private static boolean isScored(String standard) {
        int all = entities(standard.equals(APIS) ? "kind=api" : "kind=component,spec.type=service")
                .size();
        JsonNode map = map(standard);
        return all > 0
                && map.path("total").asInt() == all
                && !map.path("pending").asBoolean();
    }

    /** The letters of a check, by the entity's reference. */
    private static Map<String, Map<String, Character>> states(String standard) {
        JsonNode map = map(standard);
        Map<String, Map<String, Character>> states = new TreeMap<>();
        for (int i = 0; i < map.path("checks").size(); i++) {
            Map<String, Character> ofCheck = new HashMap<>();
            for (JsonNode row : map.path("rows")) {
                ofCheck.put(
                        row.path("ref").asText(), row.path("states").asText().charAt(i));
            }
            states.put(map.path("checks").path(i).path("id").asText(), ofCheck);
        }
        return states;
    }

    @Test
    void hasACheckForEachThemeAndKnowsTheAnswerWhereOneCan() {
        Map<String, Map<String, Character>> states = states(SERVICES);
        assertTrue(states.keySet().containsAll(THEMES), states.keySet()::toString);
        states.putAll(states(APIS));
        Map<String, Map<Character, Integer>> counts = new TreeMap<>();
        states.forEach((check, letters) -> letters.values()
                .forEach(letter ->
                        counts.computeIfAbsent(check, name -> new TreeMap<>()).merge(letter, 1, Integer::sum)));
        System.out.println("Scores of the corpus: " + counts);
        counts.forEach((check, letters) -> assertEquals(
                check.equals("coverage") ? Set.of('u') : Set.of(),
                Set.copyOf(letters.keySet().stream()
                        .filter(letter -> letter != 'p' && letter != 'f')
                        .toList()),
                check));
    }

    @Test
    void saysOfEachServiceWhatItsDescriptorAndItsFolderSay() {
        Map<String, Map<String, Character>> states = states(SERVICES);
        List<String> wrong = new ArrayList<>();
        for (JsonNode entity : entities("kind=component,spec.type=service")) {
            String ref = "component:" + entity.at("/metadata/namespace").asText("default") + "/"
                    + entity.at("/metadata/name").asText();
            expected().forEach((check, holds) -> {
                char wanted = holds.test(entity) ? 'p' : 'f';
                if (states.getOrDefault(check, Map.of()).getOrDefault(ref, '-') != wanted) {
                    wrong.add(check + " of " + ref + " is not " + wanted);
                }
            });
        }
        assertEquals(List.of(), wrong);
    }

    private static Map<String, Predicate<JsonNode>> expected() {
        return Map.of(
                "owner", entity -> !entity.at("/spec/owner").asText().isBlank(),
                "lifecycle",
                        entity -> Set.of("experimental", "production", "deprecated")
                                .contains(entity.at("/spec/lifecycle").asText()),
                "api", entity -> !entity.at("/spec/providesApis").isEmpty(),
                "dependencies",
                        entity -> !entity.at("/spec/dependsOn").isEmpty()
                                || !entity.at("/spec/consumesApis").isEmpty(),
                "security", entity -> has(entity, "(docs/|[.]github/)?SECURITY[.]md"),
                "licence", entity -> has(entity, "(LICENSE|LICENCE|COPYING)[^/]*"),
                "docs", ScoredCorpusJourney::isDocumented);
    }

    private static boolean isDocumented(JsonNode entity) {
        JsonNode annotations = entity.at("/metadata/annotations");
        String ref = annotations.path("backstage.io/techdocs-ref").asText();
        return annotations.has("backstage.io/techdocs-entity")
                || (ref.startsWith("dir:") ? has(entity, ".*[.]md") : !ref.isEmpty());
    }

    /** Whether there is such a file beside the descriptor, or below. */
    private static boolean has(JsonNode entity, String pattern) {
        Path folder = Path.of(entity.at("/metadata/annotations")
                        .path("backstage.io/managed-by-location")
                        .asText()
                        .substring("file:".length()))
                .resolveSibling("");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(folder::relativize)
                    .anyMatch(file -> file.toString().replace('\\', '/').matches(pattern));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
