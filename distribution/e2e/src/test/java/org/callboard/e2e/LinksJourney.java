package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates in the operator's configuration make links of what descriptors say. */
class LinksJourney {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SHELL = "/api/plugins/web-shell";

    /** Entities that say too much. */
    private static final String HOSTILE = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: hostile
              annotations:
                example.com/chat: "../../admin?x=#y"
                example.com/runbook: javascript:alert(1)
                jenkins.io/job-full-name: ../../configure
                backstage.io/source-location: url:javascript:alert(1)
              links:
                - {url: "javascript:alert(1)", title: Script}
                - {url: "data:text/html,x", title: Data}
                - {url: "https://good.example/", title: Good}
            spec: {type: service, lifecycle: production, owner: talkative}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Group
            metadata:
              name: talkative
              annotations: {example.com/chat: "#talk"}
            spec: {type: team, children: [], profile: {email: talk@example.com}}
            """;

    private final Path root;
    private final PortalFolder folder;
    private final String base;

    LinksJourney(@TempDir Path root) throws IOException {
        this.root = root;
        Files.writeString(root.resolve("hostile.yaml"), HOSTILE);
        folder = PortalFolder.in(root);
        base = PortalFolder.read(folder.config());
    }

    /** The example of the operators' page, as it stands there. */
    private static String example() throws IOException {
        String page = Files.readString(Path.of("../docs/links.md"));
        int start = page.indexOf("```yaml\n") + "```yaml\n".length();
        return page.substring(start, page.indexOf("```", start)).replaceFirst("^plugins:\n", "");
    }

    private void configure(String links) throws IOException {
        Files.writeString(
                folder.config(),
                base
                        + links
                        + """
                catalog:
                  locations:
                    - type: file
                      target: %s
                      rules:
                        - allow: [Group, User, Template, Standard]
                    - type: file
                      target: %s
                      rules:
                        - allow: [Group]
                """.formatted(
                                        Distribution.home().resolve("example/catalog-info.yaml"),
                                        root.resolve("hostile.yaml")));
    }

    /** {@return the links on the About card of an entity, as label and address} */
    private static List<String> links(Client client, String entity) {
        JsonNode card = client.get("/api/web-shell/cards/web-shell/" + about(client, entity) + "?entity=" + entity)
                .expect(200)
                .json();
        List<String> links = new ArrayList<>();
        for (JsonNode item : card.at("/model/blocks/0/items")) {
            if (item.at("/value/t").asText().equals("link")) {
                links.add(item.path("label").asText() + ": "
                        + item.at("/value/label").asText() + " "
                        + item.at("/value/v").asText());
            }
        }
        return links;
    }

    private static String about(Client client, String entity) {
        for (JsonNode card : client.get("/api/web-shell/cards?plugin=web-shell&entity=" + entity)
                .expect(200)
                .json()
                .path("cards")) {
            if (card.path("title").asText().equals("About")) {
                return card.path("id").asText();
            }
        }
        throw new AssertionError("There is no card about " + entity);
    }

    @Test
    void turnAnnotationsIntoLinksThatFollowTheConfiguration() throws IOException {
        configure(example());
        try (PortalProcess portal = PortalProcess.start(folder)) {
            Client client = portal.filled();
            List<String> booking = links(client, "component:default/booking-service");
            for (String link : List.of(
                    "Links: On call https://oncall.example.com/services/PBK0421",
                    "Links: Build https://ci.example.com/job/ticketing/booking-service",
                    "Links: Dashboard https://grafana.example.com/dashboards?query="
                            + "%28tags%20%40%3E%20%27booking%27%20%7C%7C%20tags%20%40%3E%20%27slo%27%29%20%26%26%20tags%20%40%3E%20%27production%27",
                    "Links: Logs https://logs.example.com/search?q=service:booking-service&namespace=ticketing",
                    "Links: Code https://github.com/foyerline/booking")) {
                assertTrue(booking.contains(link.replace("%40", "@")), () -> link + " is not in " + booking);
            }
            assertTrue(
                    booking.stream().anyMatch(link -> link.startsWith("Ask Booking: ")),
                    () -> "nobody to ask: " + booking);

            configure(example().replace("title: Code", "title: Sources"));
            Eventually.holds(
                    "the new title",
                    SOON,
                    () -> links(client, "component:default/booking-service")
                            .contains("Links: Sources https://github.com/foyerline/booking"));

            configure(example().replace("https://ci.example.com/job/", "https://{name}.example.com/"));
            Eventually.holds("a diagnosis", SOON, () -> diagnosis(client).contains("url must be one field alone"));
            assertTrue(diagnosis(client)
                    .matches(".*callboard\\.yaml:\\d+:\\d+: 'plugins.config.web-shell.links.3.url'.*"));
            assertEquals(
                    "Links: Build https://ci.example.com/job/ticketing/booking-service",
                    links(client, "component:default/booking-service").stream()
                            .filter(link -> link.startsWith("Links: Build"))
                            .findFirst()
                            .orElse(""),
                    "What can't be used changes nothing.");
        }
    }

    private static String diagnosis(Client client) {
        return client.get(SHELL).expect(200).json().at("/diagnosis/cause").asText();
    }

    @Test
    void leadNowhereElseWhateverADescriptorSays() throws IOException {
        configure(example());
        try (PortalProcess portal = PortalProcess.start(folder)) {
            Client client = portal.filled();
            Eventually.holds(
                    "the hostile entity and its owner",
                    SOON,
                    () -> client.get("/api/web-shell/graph?entity=component:default/hostile")
                            .text()
                            .contains("\"title\":\"talkative\""));
            assertEquals(
                    List.of(
                            "Ask talkative: Chat https://chat.example.com/channels/%23talk",
                            "Ask talkative: Mail the team mailto:talkative@example.com",
                            "Ask talkative: talk@example.com mailto:talk@example.com",
                            "Links: Chat https://chat.example.com/channels/..%2F..%2Fadmin%3Fx%3D%23y",
                            "Links: Good https://good.example/"),
                    links(client, "component:default/hostile"));
        }
    }

    @Test
    void areRefusedAtTheStartWithTheirPlaceAndTakenWhenTheyArePutRight() throws IOException {
        configure("""
                  config:
                    web-shell:
                      links:
                        - title: Chat
                          icon: spaceship
                          url: https://chat.example.com/{name}
                """);
        try (PortalProcess portal = PortalProcess.begin(folder)) {
            Eventually.holds("the portal's address", Duration.ofSeconds(60), portal::hasAddress);
            Client client = portal.administrator();
            // it is tried again and again, and has none while it is
            Eventually.holds("a diagnosis", SOON, () -> {
                String diagnosis = diagnosis(client);
                return diagnosis.contains("icon 'spaceship' is none of")
                        && diagnosis.matches(".*callboard\\.yaml:\\d+:\\d+: .*");
            });
            assertFalse(client.get("/health/ready").status() == 200, "Nobody can use a portal without its page.");
            configure(example());
            Eventually.holds("the page", SOON, () -> client.get("/health/ready").status() == 200);
        }
    }
}
