package org.callboard.plugin.webshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.search.SearchCollection;
import org.callboard.api.search.SearchDocument;
import org.callboard.api.search.SearchDocuments;
import org.callboard.api.security.Caller;
import org.callboard.testkit.MemorySearch;
import org.callboard.testkit.TestCaller;
import org.junit.jupiter.api.Test;

class SearchEndpointTest {

    private static final SearchDocuments RUNBOOKS = new SearchDocuments() {
        @Override
        public List<SearchCollection> collections(Caller caller) {
            return List.of(SearchCollection.of(EntityRef.parse("component:default/stage"), "1"));
        }

        @Override
        public Stream<SearchDocument> read(SearchCollection collection, Caller caller) {
            return Stream.of(
                    new SearchDocument("Runbook", "At night", "Light the lantern.", "/runbooks/1#night"),
                    new SearchDocument("Runbook", "By day", "Put the lantern out.", "/runbooks/1#day"));
        }
    };

    private final FakePortal portal = new FakePortal();
    private final SearchEndpoint endpoint = new SearchEndpoint(new MemorySearch().offer("runbooks", RUNBOOKS), portal);

    private Json.Obj answer(String... query) throws IOException {
        Exchange exchange = new Exchange("GET", "/api/web-shell/search");
        for (int at = 0; at < query.length; at += 2) {
            exchange = exchange.with(query[at], query[at + 1]);
        }
        Exchange unused = exchange.sentTo(endpoint, TestCaller.named("Mara"));
        return (Json.Obj) Objects.requireNonNull(portal.written);
    }

    @Test
    void saysWhereTheWordsAre() throws IOException {
        Json.Obj hit =
                (Json.Obj) answer("q", "night lantern").array("hits").items().get(0);
        assertEquals("runbooks", hit.text("plugin").orElseThrow());
        assertEquals("component:default/stage", hit.text("entity").orElseThrow());
        assertEquals("At night", hit.text("heading").orElseThrow());
        assertEquals("/runbooks/1#night", hit.text("address").orElseThrow());
        Json.Obj mark = (Json.Obj) hit.array("marks").items().get(0);
        assertEquals(Json.of(10), mark.fields().get("start"));
        assertEquals(Json.of(17), mark.fields().get("end"));
    }

    @Test
    void takesALimitAndRefusesWhatIsNone() throws IOException {
        assertEquals(2, answer("q", "lantern").array("hits").items().size());
        assertEquals(
                1, answer("q", "lantern", "limit", "1").array("hits").items().size());
        assertEquals(
                ProblemKind.BAD_INPUT,
                assertThrows(PortalException.class, () -> answer("q", "lantern", "limit", "-1"))
                        .kind());
        assertEquals(
                ProblemKind.BAD_INPUT,
                assertThrows(PortalException.class, () -> answer("q", " ")).kind());
    }
}
