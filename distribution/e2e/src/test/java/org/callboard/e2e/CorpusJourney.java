package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.callboard.testkit.run.Requirements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portal reads what real users have written, the bad files too. */
class CorpusJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> LEVELS = Set.of("error", "warning", "info");

    /** What can be said of a file that is not there, or can't be opened, is no matter of lines. */
    private static final Set<String> WITHOUT_LINES = Set.of("file-missing", "location-not-readable");

    private static PortalProcess portal;

    @BeforeAll
    static void start(@TempDir Path root) {
        Path descriptors = Path.of(System.getProperty("corpus", "none"), "descriptors");
        Requirements.present(Files.isDirectory(descriptors), "there is no corpus at " + descriptors);
        portal = PortalProcess.start(PortalFolder.with(
                root, """
                catalog:
                  rules:
                    - allow: [Component, API, Resource, System, Domain, Group, User, Location, Template]
                  locations:
                    - type: file
                      target: %s/**/*.{yaml,yml,json}
                """.formatted(descriptors.toAbsolutePath().normalize())));
        Client client = portal.administrator();
        Eventually.find("a catalog that is complete", PATIENCE, () -> settled(client));
    }

    @AfterAll
    static void stop() {
        if (portal != null) {
            portal.close();
        }
    }

    /** A catalog is complete when nothing was added while it was counted some times. */
    private static Optional<Integer> settled(Client client) {
        int first = client.entities();
        for (int i = 0; i < 100; i++) {
            if (first == 0 || client.entities() != first) {
                return Optional.empty();
            }
        }
        return Optional.of(first);
    }

    private static Client client() {
        return portal.administrator();
    }

    @Test
    void takesTheGoodDocumentsAndIsReady() {
        int entities = client().entities();
        System.out.println("Entities from the corpus: " + entities);
        assertTrue(entities > 300, () -> "only " + entities + " entities");
        client().get("/health/ready").expect(200);
    }

    @Test
    void saysOfEveryProblemWhereItIsAndWhatToDo() {
        JsonNode problems = client().get("/api/catalog/problems?limit=10000")
                .expect(200)
                .json()
                .path("items");
        TreeMap<String, Integer> codes = new TreeMap<>();
        problems.forEach(problem -> codes.merge(problem.path("code").asText(), 1, Integer::sum));
        System.out.println("Problems in the corpus: " + problems.size() + " " + codes);
        assertTrue(problems.size() > 0, "The corpus has bad files.");
        for (JsonNode problem : problems) {
            assertTrue(LEVELS.contains(problem.path("level").asText()), problem::toString);
            boolean hasPlace =
                    problem.path("line").asInt() > 0 && problem.path("column").asInt() > 0;
            assertTrue(hasPlace || WITHOUT_LINES.contains(problem.path("code").asText()), problem::toString);
            for (String field : new String[] {"code", "target", "reason", "fix"}) {
                assertFalse(problem.path(field).asText().isBlank(), () -> field + " of " + problem);
            }
        }
    }

    @Test
    void servesEveryEntityWithItsProblemsAndItsCards() {
        JsonNode items = client().get("/api/catalog/entities/by-query?limit=10000&orderField=metadata.name,asc")
                .expect(200)
                .json()
                .path("items");
        int step = Repetitions.of(20, 1);
        for (int i = 0; i < items.size(); i += step) {
            JsonNode entity = items.get(i);
            String kind = entity.path("kind").asText();
            String namespace = entity.at("/metadata/namespace").asText("default");
            String name = entity.at("/metadata/name").asText();
            String ref = encode(kind + ":" + namespace + "/" + name);
            client().get("/api/catalog/entities/by-name/" + kind + "/" + namespace + "/" + name)
                    .expect(200);
            client().get("/api/catalog/entities/by-uid/"
                            + entity.at("/metadata/uid").asText())
                    .expect(200);
            client().get("/api/catalog/problems?entity=" + ref).expect(200);
            client().get("/api/web-shell/cards?entity=" + ref).expect(200);
        }
    }

    @Test
    void answersEveryQueryThatAnybodyMayThinkOf() {
        RandomQueries queries = new RandomQueries(20_260_102);
        int good = 0;
        int count = Repetitions.of(400, 20_000);
        for (int i = 0; i < count; i++) {
            String query = queries.next();
            Answer answer = client().get(query);
            assertTrue(answer.status() < 500, () -> answer.status() + " for " + query + ": " + answer.text());
            if (answer.status() >= 400) {
                answer.expectError(answer.status());
            } else {
                good++;
            }
        }
        int answered = good;
        assertTrue(answered > count / 8, () -> "Only " + answered + " of " + count + " queries were understood.");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
