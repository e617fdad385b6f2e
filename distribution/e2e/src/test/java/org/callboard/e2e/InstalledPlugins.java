package org.callboard.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a portal's plugin list says, for comparison: the same list means that nothing was started, stopped or replaced. */
record InstalledPlugins(Map<String, String> revisions) {

    /** {@return each plugin's version, digest, state and since when, by id} */
    static InstalledPlugins of(Client client) {
        Map<String, String> revisions = new TreeMap<>();
        for (JsonNode plugin : client.get("/api/plugins").expect(200).json()) {
            revisions.put(
                    plugin.path("id").asText(),
                    String.join(
                            " ",
                            plugin.path("version").asText(),
                            plugin.path("digest").asText(),
                            plugin.path("state").asText(),
                            plugin.path("since").asText()));
        }
        return new InstalledPlugins(revisions);
    }

    InstalledPlugins without(String id) {
        Map<String, String> others = new TreeMap<>(revisions);
        others.remove(id);
        return new InstalledPlugins(others);
    }

    /** {@return a service's card of a plugin, if its page has one} */
    static Optional<JsonNode> card(Client client, String plugin) {
        for (JsonNode card : cards(client)) {
            if (card.path("plugin").asText().equals(plugin)) {
                return Optional.of(card);
            }
        }
        return Optional.empty();
    }

    /** {@return the cards of the page of a service of the example company} */
    static JsonNode cards(Client client) {
        return client.get("/api/web-shell/cards?entity=" + SERVICE)
                .expect(200)
                .json()
                .path("cards");
    }

    /** A service of the example company. */
    static final String SERVICE = "component:default/booking-service";
}
