package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An open page of somebody who may not read everything. */
class RestrictedStreamJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String READER = "user:default/visitor";
    private static final String POLICY = """
            rules:
              - allow: [portal.use, catalog.entity.read]
                to: everyone
              - deny: catalog.entity.read
                to: user:default/visitor
                where:
                  label: {secret: "true"}
            """;

    private static String component(String name, String more) {
        return """
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: %s
                  %s
                spec: {type: service, lifecycle: production, owner: group:default/booking}
                """.formatted(name, more);
    }

    /** Writes the descriptor: each round changes all three of its entities. */
    private static void write(Path file, int round) throws IOException {
        String description = "description: round " + round;
        Files.writeString(
                file,
                component("hidden", description + "\n  labels: {secret: 'true'}")
                        + component("shown", description)
                        + component("later-hidden", description + "\n  labels: {later: 'true'}"));
    }

    /** {@return the references that a stream hears of until it has heard of this one} */
    private static Set<String> heardUntil(EventLines stream, String last) {
        Set<String> heard = new HashSet<>();
        while (!heard.contains(last)) {
            JsonNode event = stream.next("entities");
            assertFalse(event.has("generation"), "a number that counts the changes of everything");
            event.path("refs").forEach(ref -> heard.add(ref.asText()));
        }
        return heard;
    }

    @Test
    void hearsOfNothingThatIsHiddenAndOfLessOnceThePolicyChanges(@TempDir Path root) throws IOException {
        Path policy = Files.writeString(root.resolve("policy.yaml"), POLICY);
        Path file = root.resolve("watched.yaml");
        write(file, 0);
        PortalFolder folder = PortalFolder.with(root, """
                auth:
                  policy: policy.yaml
                catalog:
                  locations:
                    - type: file
                      target: watched.yaml
                """);
        try (PortalProcess portal = PortalProcess.start(folder)) {
            Client admin = portal.administrator();
            String one = "/api/catalog/entities/by-name/component/default/";
            Eventually.holds(
                    "all are there",
                    PATIENCE,
                    () -> admin.get(one + "later-hidden").status() == 200);
            String token = admin.post(
                            "/api/tokens",
                            "application/json",
                            PluginJar.bytes("{\"name\":\"reader\",\"owner\":\"" + READER + "\"}"))
                    .expect(201)
                    .json()
                    .path("token")
                    .asText();
            Client reader = portal.anyone().with("Authorization", "Bearer " + token);
            reader.get(one + "hidden").expectError(404);
            try (EventLines stream = EventLines.of(portal, token, "none=1")) {
                stream.next("hello");
                write(file, 1);
                Set<String> heard = heardUntil(stream, "component:default/shown");
                heard.addAll(heardUntilOther(stream, heard));
                assertFalse(heard.contains("component:default/hidden"), heard::toString);
                assertTrue(heard.contains("component:default/later-hidden"), heard::toString);

                Files.writeString(policy, POLICY + """
                          - deny: catalog.entity.read
                            to: user:default/visitor
                            where:
                              label: later
                        """);
                stream.awaitEnd();
            }
            Eventually.holds(
                    "the policy counts",
                    PATIENCE,
                    () -> reader.get(one + "later-hidden").status() == 404);
            try (EventLines stream = EventLines.of(portal, token, "none=1")) {
                stream.next("hello");
                write(file, 2);
                Set<String> heard = heardUntil(stream, "component:default/shown");
                write(file, 3);
                heard.addAll(heardUntil(stream, "component:default/shown"));
                assertEquals(Set.of("component:default/shown"), heard);
            }
        }
    }

    /** The three may come by several events. */
    private static Set<String> heardUntilOther(EventLines stream, Set<String> before) {
        return before.contains("component:default/later-hidden")
                ? Set.of()
                : heardUntil(stream, "component:default/later-hidden");
    }
}
