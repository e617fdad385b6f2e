package org.callboard.plugin.webshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.testkit.MemoryTables;
import org.callboard.testkit.TestCaller;
import org.junit.jupiter.api.Test;

class SavedViewsEndpointTest {

    private static final String PATH = "/api/web-shell/saved-views";
    private static final TestCaller MARA = TestCaller.named("Mara");

    private final FakePortal portal = new FakePortal();
    private final SavedViewsEndpoint endpoint = new SavedViewsEndpoint(new MemoryTables(), portal);

    private List<String> views(Exchange exchange, TestCaller caller) throws IOException {
        Exchange unused = exchange.sentTo(endpoint, caller);
        List<String> found = new ArrayList<>();
        for (Json view : ((Json.Obj) Objects.requireNonNull(portal.written))
                .array("views")
                .items()) {
            Json.Obj one = (Json.Obj) view;
            found.add(one.text("name").orElseThrow() + "?" + one.text("query").orElseThrow());
        }
        return found;
    }

    private List<String> save(String name, String query) throws IOException {
        portal.toRead = Json.object().put("name", name).put("query", query).build();
        return views(new Exchange("POST", PATH), MARA);
    }

    @Test
    void keepsViewsByNameForEachPerson() throws IOException {
        assertEquals(List.of("Mine?owner=me"), save("Mine", "owner=me"));
        assertEquals(List.of("apis?kind=api", "Mine?owner=me"), save(" apis ", "kind=api"));
        assertEquals(List.of("apis?kind=api", "Mine?owner=us"), save("Mine", "owner=us"));
        assertEquals(List.of(), views(new Exchange("GET", PATH), TestCaller.named("Ole")));
        assertEquals(List.of("Mine?owner=us"), views(new Exchange("DELETE", PATH).with("name", "apis"), MARA));
    }

    @Test
    void refusesWhatHasNoNameAndWhatIsTooMuch() throws IOException {
        assertEquals(
                ProblemKind.BAD_INPUT,
                assertThrows(PortalException.class, () -> save(" ", "")).kind());
        assertEquals(
                ProblemKind.BAD_INPUT,
                assertThrows(PortalException.class, () -> save("x", "x".repeat(4_001)))
                        .kind());
        for (int i = 0; i < 100; i++) {
            assertEquals(i + 1, save("view " + i, "").size());
        }
        assertEquals(
                ProblemKind.CONFLICT,
                assertThrows(PortalException.class, () -> save("one more", "")).kind());
        assertEquals(100, save("view 7", "kind=api").size());
        Exchange nobody = new Exchange("DELETE", PATH).with("name", "nobody");
        assertEquals(
                ProblemKind.NOT_FOUND,
                assertThrows(PortalException.class, () -> views(nobody, MARA)).kind());
    }
}
