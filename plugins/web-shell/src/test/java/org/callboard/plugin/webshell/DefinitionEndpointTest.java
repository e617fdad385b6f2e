package org.callboard.plugin.webshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.testkit.Yaml;
import org.junit.jupiter.api.Test;

class DefinitionEndpointTest {

    private static final String FILMS = """
            kind: API
            metadata: {name: films}
            spec: {type: graphql, definition: "type Query { film: String }"}
            relations:
              - {type: apiProvidedBy, targetRef: 'component:default/shop'}
              - {type: apiConsumedBy, targetRef: 'component:default/app'}
              - {type: ownedBy, targetRef: 'group:default/team'}
            """;

    private final FakePortal portal = new FakePortal();
    private final DefinitionEndpoint endpoint = new DefinitionEndpoint(portal, portal);

    private Exchange get(String path) throws IOException {
        return new Exchange("GET", path).with("entity", "api:default/films").sentTo(endpoint, portal);
    }

    @Test
    void answersWhatADefinitionSaysAndWhoHasToDoWithIt() throws IOException {
        Entity unused = portal.add(Yaml.documents(FILMS).get(0));
        Exchange asked = get("/api/web-shell/definition");
        assertEquals("no-store", asked.headers.get("Cache-Control"));
        Json.Obj answer = (Json.Obj) Objects.requireNonNull(portal.written);
        assertEquals("GraphQL", answer.text("format").orElseThrow());
        assertEquals(
                List.of("component:default/shop"), answer.array("providers").texts());
        assertEquals(List.of("component:default/app"), answer.array("consumers").texts());
    }

    @Test
    void sendsTheTextAsAFile() throws IOException {
        Entity unused = portal.add(Yaml.documents(FILMS).get(0));
        Exchange asked = get("/api/web-shell/definition/text");
        assertEquals("type Query { film: String }", asked.text());
        assertTrue(String.valueOf(asked.headers.get("Content-Disposition")).startsWith("attachment"));
    }

    @Test
    void knowsNothingOfEntitiesThatAreNotThere() {
        assertThrows(PortalException.class, () -> get("/api/web-shell/definition"));
    }

    @Test
    void isATabOfApisAlone() {
        DefinitionTab tab = new DefinitionTab();
        Entity api = portal.add(Yaml.documents(FILMS).get(0));
        Entity group =
                portal.add(Yaml.documents("kind: Group\nmetadata: {name: g}\n").get(0));
        assertTrue(tab.place().holds(api));
        assertFalse(tab.place().holds(group));
    }
}
