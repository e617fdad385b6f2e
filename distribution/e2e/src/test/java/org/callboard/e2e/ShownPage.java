package org.callboard.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A page of a plugin's, as a browser gets it.
 *
 * @param path of the page, and a query where there is one
 */
record ShownPage(Client client, String path) {

    private static final String PAGES = "/api/web-shell/pages/at";

    JsonNode json() {
        return client.get(PAGES + "?path=" + path).expect(200).json();
    }

    /** {@return the first block of a kind; empty where there is none} */
    JsonNode block(String kind) {
        JsonNode page = json();
        for (JsonNode block : page.path("model").path("blocks")) {
            if (block.path("kind").asText().equals(kind)) {
                return block;
            }
        }
        return page.path("nothing");
    }

    /** Presses a button, or sends a form with these values by the names of its inputs. {@return what came of it} */
    JsonNode press(String id, Map<String, String> values) {
        ObjectNode body = new ObjectMapper().createObjectNode();
        ObjectNode inputs = body.putObject("values");
        values.forEach((name, value) -> inputs.putArray(name).add(value));
        return client.post(
                        PAGES + "/press/" + id + "?path=" + path,
                        "application/json",
                        body.toString().getBytes(StandardCharsets.UTF_8))
                .expect(200)
                .json()
                .path("outcome");
    }
}
