package org.callboard.plugin.webshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.ElementCard;
import org.callboard.api.ui.EntityCard;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.callboard.plugin.webshell.home.KeptHomes;
import org.callboard.testkit.MemoryTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EntityCardsTest {

    private static final String CARDS = "/api/web-shell/cards";
    private static final String REF = "component:default/ledger";

    private final FakePortal portal = new FakePortal();
    private final ViewsEndpoint endpoint =
            new ViewsEndpoint(portal, portal, portal, portal, new KeptHomes(new MemoryTables()));

    @BeforeEach
    void addAnEntity() {
        portal.add(Json.object()
                .put("kind", "Component")
                .put("metadata", Json.object().put("name", "ledger").build())
                .put("spec", Json.object().put("type", "service").build())
                .build());
    }

    @Test
    void ordersCardsByTheirPlaceAndThenByPlugin() throws IOException {
        portal.offer("zebra", new TextCard("late", CardPlace.EVERYWHERE, "late"));
        portal.offer("yak", new TextCard("late", CardPlace.EVERYWHERE, "late"));
        portal.offer("zebra", new TextCard("first", CardPlace.EVERYWHERE.order(1), "first"));
        assertEquals(List.of("zebra/first", "yak/late", "zebra/late"), names(list()));
    }

    @Test
    void leavesOutCardsOfOtherKindsAndTypes() throws IOException {
        portal.offer("a", new TextCard("for-apis", CardPlace.EVERYWHERE.kinds("API"), ""));
        portal.offer("a", new TextCard("for-libraries", CardPlace.EVERYWHERE.types("library"), ""));
        portal.offer("a", new TextCard("for-services", CardPlace.EVERYWHERE.types("Service"), ""));
        assertEquals(List.of("a/for-services"), names(list()));
    }

    @Test
    void tellsWhoShowsACardAndHowLargeItIs() throws IOException {
        portal.offer("cost", new TextCard("total", CardPlace.EVERYWHERE.size(CardPlace.Size.LARGE), "much"));
        Json.Obj card = list().get(0);
        assertEquals("sha256:cost", card.text("digest").orElseThrow());
        assertEquals("1.0.0", card.text("version").orElseThrow());
        assertEquals("large", card.text("size").orElseThrow());
        assertEquals(Json.of(1), card.get("tier"));
        assertEquals("much", firstText(card));
    }

    @Test
    void showsAFailingCardAsAnErrorInItsPlaceAndTheOthersAsEver() throws IOException {
        portal.offer("bad", new FailingCard());
        portal.offer("good", new TextCard("fine", CardPlace.EVERYWHERE, "fine"));
        List<Json.Obj> cards = list();
        assertEquals(List.of("bad/failing-card", "good/fine"), names(cards));
        assertEquals("full", cards.get(0).text("size").orElseThrow());
        assertEquals(
                "Plugin 'bad' failed: the ledger is shut.",
                cards.get(0).text("error", "message").orElseThrow());
        assertEquals("fine", firstText(cards.get(1)));
    }

    @Test
    void namesTheModuleOfACardThatDrawsItself() throws IOException {
        portal.uiBases.put("cost", URI.create("/ui/cost/sha256:1/"));
        portal.offer("cost", new CostElement());
        Json.Obj card = list().get(0);
        assertEquals(Json.of(2), card.get("tier"));
        assertEquals("cost-card", card.text("element").orElseThrow());
        assertEquals("/ui/cost/sha256:1/main.js", card.text("module").orElseThrow());
    }

    @Test
    void saysWhatIsMissingWhereACardThatDrawsItselfHasNoFiles() throws IOException {
        portal.offer("cost", new CostElement());
        assertEquals(
                "Add ui/main.js to the jar.",
                list().get(0).text("error", "hint").orElseThrow());
    }

    @Test
    void answersWithTheCardsOfOnePlugin() throws IOException {
        portal.offer("a", new TextCard("one", CardPlace.EVERYWHERE, ""));
        portal.offer("b", new TextCard("two", CardPlace.EVERYWHERE, ""));
        assertEquals(List.of("b/two"), names(cards(get(CARDS).with("plugin", "b"))));
    }

    @Test
    void answersWithOneCard() throws IOException {
        portal.offer("a", new TextCard("one", CardPlace.EVERYWHERE, "text"));
        get(CARDS + "/a/one").sentTo(endpoint, portal);
        assertEquals("text", firstText((Json.Obj) Objects.requireNonNull(portal.written)));
    }

    @Test
    void refusesWhatIsNotThere() {
        assertEquals(ProblemKind.NOT_FOUND, refusal(get(CARDS + "/a/one")));
        assertEquals(ProblemKind.NOT_FOUND, refusal(get("/api/web-shell/chairs")));
        assertEquals(
                ProblemKind.NOT_FOUND, refusal(new Exchange("GET", CARDS).with("entity", "component:default/other")));
        assertEquals(ProblemKind.BAD_INPUT, refusal(new Exchange("GET", CARDS)));
        assertEquals(ProblemKind.METHOD_NOT_ALLOWED, refusal(new Exchange("DELETE", CARDS)));
    }

    @Test
    void neverLetsAnAnswerBeKept() throws IOException {
        Exchange exchange = get(CARDS).sentTo(endpoint, portal);
        assertEquals("no-store", exchange.headers.get("Cache-Control"));
        assertTrue(cards(get(CARDS)).isEmpty());
    }

    private static Exchange get(String path) {
        return new Exchange("GET", path).with("entity", REF);
    }

    private ProblemKind refusal(Exchange exchange) {
        return assertThrows(PortalException.class, () -> exchange.sentTo(endpoint, portal))
                .kind();
    }

    private List<Json.Obj> list() throws IOException {
        return cards(get(CARDS));
    }

    private List<Json.Obj> cards(Exchange exchange) throws IOException {
        exchange.sentTo(endpoint, portal);
        Json.Obj answer = (Json.Obj) Objects.requireNonNull(portal.written);
        assertEquals(REF, answer.text("entity").orElseThrow());
        return answer.array("cards").items().stream().map(Json.Obj.class::cast).toList();
    }

    private static List<String> names(List<Json.Obj> cards) {
        return cards.stream()
                .map(card -> card.text("plugin").orElseThrow() + "/"
                        + card.text("id").orElseThrow())
                .toList();
    }

    private static String firstText(Json.Obj card) {
        Json.Obj block = (Json.Obj) card.array("model", "blocks").items().get(0);
        return block.text("text").orElseThrow();
    }

    private record TextCard(String id, CardPlace place, String text) implements EntityCard {
        @Override
        public View show(Entity entity, ViewRequest request) {
            return View.empty().text(text);
        }
    }

    private static final class FailingCard implements EntityCard {
        @Override
        public CardPlace place() {
            return CardPlace.EVERYWHERE.size(CardPlace.Size.FULL);
        }

        @Override
        public View show(Entity entity, ViewRequest request) {
            throw new IllegalStateException("the ledger is shut");
        }
    }

    private static final class CostElement implements ElementCard {
        @Override
        public String element() {
            return "cost-card";
        }
    }
}
