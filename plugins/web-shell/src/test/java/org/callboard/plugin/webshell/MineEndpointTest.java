package org.callboard.plugin.webshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.storage.Rows;
import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.HomeCard;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.callboard.plugin.webshell.home.KeptHomes;
import org.callboard.testkit.MemoryCatalog;
import org.callboard.testkit.MemoryTables;
import org.callboard.testkit.TestCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MineEndpointTest {

    private static final String STARS = MineEndpoint.PREFIX + "/stars";
    private static final String TEAM = MineEndpoint.PREFIX + "/team";
    private static final String MOVED = MineEndpoint.PREFIX + "/cards/moved";
    private static final String HIDDEN = MineEndpoint.PREFIX + "/cards/hidden";

    private final FakePortal portal = new FakePortal();
    private final MemoryCatalog catalog = MemoryCatalog.of("""
            kind: User
            metadata: {name: mara, title: Mara}
            spec: {memberOf: [booking]}
            ---
            kind: Group
            metadata: {name: booking, title: Booking}
            spec: {type: team, parent: ticketing}
            ---
            kind: Group
            metadata: {name: ticketing, title: Ticketing}
            spec: {type: unit}
            ---
            kind: Component
            metadata: {name: ledger}
            spec: {owner: booking}
            ---
            kind: Component
            metadata: {name: wallet}
            spec: {owner: booking}
            """);
    private final MemoryTables tables = new MemoryTables();
    private final KeptHomes homes = new KeptHomes(tables);
    private final MineEndpoint endpoint = new MineEndpoint(portal, catalog, portal, homes);
    private final ViewsEndpoint views = new ViewsEndpoint(portal, portal, portal, portal, homes);
    private final Caller mara = TestCaller.named("mara");
    private final Caller tim = TestCaller.named("tim");

    private record Card(String id) implements HomeCard {
        @Override
        public CardPlace place() {
            return CardPlace.EVERYWHERE.order(id.charAt(0));
        }

        @Override
        public View show(ViewRequest request) {
            return View.empty().text(id);
        }
    }

    @BeforeEach
    void offerCards() {
        Stream.of("a", "b", "c").forEach(id -> portal.offer("p", new Card(id)));
    }

    @Test
    void keepsStarsForWhoeverGivesThemAndForNobodyElse() throws IOException {
        put(STARS, mara, "entity", "component:ledger");
        put(STARS, mara, "entity", "Component:default/Ledger");
        put(STARS, mara, "entity", "component:wallet");
        put(STARS, tim, "entity", "component:ledger");
        assertEquals(List.of("component:default/ledger", "component:default/wallet"), sorted(stars(mara)));
        send("DELETE", STARS, mara, "entity", "component:ledger");
        assertEquals(List.of("component:default/wallet"), stars(mara));
        assertEquals(List.of("component:default/ledger"), stars(tim));
    }

    @Test
    void starsNothingThatIsNotThere() {
        assertEquals(ProblemKind.NOT_FOUND, refusal("PUT", STARS, "entity", "component:gone"));
        assertEquals(ProblemKind.BAD_INPUT, refusal("PUT", STARS, "entity", "gone"));
        assertEquals(ProblemKind.BAD_INPUT, refusal("PUT", STARS, "entity", ""));
        assertEquals(ProblemKind.METHOD_NOT_ALLOWED, refusal("POST", STARS, "entity", "component:ledger"));
        assertEquals(
                ProblemKind.NOT_FOUND, refusal("PUT", MineEndpoint.PREFIX + "/moon", "entity", "component:ledger"));
        assertEquals(ProblemKind.METHOD_NOT_ALLOWED, refusal("DELETE", MineEndpoint.PREFIX, "entity", "x"));
    }

    @Test
    void keepsNoMoreStarsThanItSays() throws IOException {
        tables.write(connection -> {
            String insert = "insert into star (person, entity, since) values (?, ?, ?)";
            for (int number = 0; number < 200; number++) {
                Rows.update(connection, insert, mara.getName(), "component:default/c" + number, Instant.EPOCH);
            }
            return 200;
        });
        assertEquals(ProblemKind.CONFLICT, refusal("PUT", STARS, "entity", "component:ledger"));
        assertEquals(200, stars(mara).size());
    }

    @Test
    void keepsTheLastVisitsOnly() throws IOException {
        for (int number = 0; number < 22; number++) {
            catalog.put(component("c" + number));
            put(MineEndpoint.PREFIX + "/visits", mara, "entity", "component:c" + number);
        }
        put(MineEndpoint.PREFIX + "/visits", mara, "entity", "component:c21");
        assertEquals(20, homes.visits(mara).size());
        assertEquals(0, homes.visits(tim).size());
    }

    @Test
    void knowsThePersonTheirGroupsAndTheTeamThatTheyChose() throws IOException {
        Json.Obj mine = mine(mara);
        assertEquals("user:default/mara", mine.text("person", "ref").orElseThrow());
        assertEquals(List.of("group:default/booking"), refs(mine, "groups"));
        assertEquals(List.of("group:default/ticketing"), refs(mine, "above"));
        assertEquals("", mine.text("team").orElseThrow());
        put(TEAM, mara, "team", "group:ticketing");
        assertEquals("group:default/ticketing", mine(mara).text("team").orElseThrow());
        assertEquals(List.of("group:default/ticketing"), refs(mine(mara), "chosen"));
        assertEquals("", mine(tim).text("team").orElseThrow());
        put(TEAM, mara, "team", "me");
        assertEquals("me", mine(mara).text("team").orElseThrow());
        assertEquals(ProblemKind.BAD_INPUT, refusal("PUT", TEAM, "team", "component:ledger"));
        assertEquals(ProblemKind.NOT_FOUND, refusal("PUT", TEAM, "team", "group:gone"));
    }

    @Test
    void isThereForCallersThatAreNotInTheCatalog() throws IOException {
        TestCaller machine = new TestCaller(
                org.callboard.api.model.EntityRef.parse("service:default/ci"), "ci", java.util.Set.of("*"));
        Json.Obj mine = mine(machine);
        assertTrue(mine.at("person").isEmpty());
        assertEquals(List.of(), refs(mine, "groups"));
        put(STARS, machine, "entity", "component:ledger");
        assertEquals(List.of("component:default/ledger"), stars(machine));
    }

    @Test
    void movesCardsForOnePersonAlone() throws IOException {
        move(mara, "p/c", "p/a");
        assertEquals(List.of("c", "a", "b"), cards(mara));
        assertEquals(List.of("a", "b", "c"), cards(tim));
        move(mara, "p/c", "");
        assertEquals(List.of("a", "b", "c"), cards(mara));
        move(mara, "p/b", "p/b");
        assertEquals(List.of("a", "b", "c"), cards(mara));
        assertEquals(ProblemKind.NOT_FOUND, refusal("PUT", MOVED, "card", "p/z"));
        assertEquals(ProblemKind.BAD_INPUT, refusal("PUT", MOVED, "before", "p/a"));
    }

    @Test
    void aCardKeepsItsPlaceWhileItsPluginIsAwayAndANewOneStandsWhereItUsuallyDoes() throws IOException {
        move(mara, "p/c", "p/a");
        portal.withdraw("p");
        portal.offer("q", new Card("bb"));
        assertEquals(List.of("bb"), cards(mara));
        offerCards();
        assertEquals(List.of("c", "a", "b", "bb"), cards(mara));
    }

    @Test
    void hidesCardsAndAsksThemNothing() throws IOException {
        put(HIDDEN, mara, "card", "p/b");
        put(HIDDEN, mara, "card", "p/b");
        List<Json.Obj> cards = cardsOf(mara);
        assertEquals(Json.Bool.TRUE, cards.get(1).at("isHidden").orElseThrow());
        assertTrue(cards.get(1).at("model").isEmpty());
        assertTrue(cardsOf(tim).get(1).at("model").isPresent());
        send("DELETE", HIDDEN, mara, "card", "p/b");
        assertTrue(cardsOf(mara).get(1).at("model").isPresent());
        assertEquals(ProblemKind.NOT_FOUND, refusal("PUT", HIDDEN, "card", "x"));
    }

    @Test
    void putsAllBackAsItUsuallyIs() throws IOException {
        move(mara, "p/c", "p/a");
        put(HIDDEN, mara, "card", "p/b");
        send("DELETE", MineEndpoint.PREFIX + "/cards", mara, "", "");
        assertEquals(List.of("a", "b", "c"), cards(mara));
        assertTrue(cardsOf(mara).stream().allMatch(card -> card.at("isHidden").isEmpty()));
    }

    private void move(Caller caller, String card, String before) throws IOException {
        new Exchange("PUT", MOVED).with("card", card).with("before", before).sentTo(endpoint, caller);
    }

    private static Json.Obj component(String name) {
        return Json.object()
                .put("kind", "Component")
                .put("metadata", Json.object().put("name", name).build())
                .build();
    }

    private void put(String path, Caller caller, String parameter, String value) throws IOException {
        send("PUT", path, caller, parameter, value);
    }

    private void send(String method, String path, Caller caller, String parameter, String value) throws IOException {
        new Exchange(method, path).with(parameter, value).sentTo(endpoint, caller);
    }

    private ProblemKind refusal(String method, String path, String parameter, String value) {
        return assertThrows(PortalException.class, () -> send(method, path, mara, parameter, value))
                .kind();
    }

    private Json.Obj mine(Caller caller) throws IOException {
        new Exchange("GET", MineEndpoint.PREFIX).sentTo(endpoint, caller);
        return (Json.Obj) Objects.requireNonNull(portal.written);
    }

    private List<String> stars(Caller caller) throws IOException {
        return mine(caller).array("stars").texts();
    }

    private static List<String> sorted(List<String> texts) {
        return texts.stream().sorted().toList();
    }

    private static List<String> refs(Json.Obj mine, String field) {
        return mine.array(field).items().stream()
                .map(one -> ((Json.Obj) one).text("ref").orElseThrow())
                .toList();
    }

    private List<String> cards(Caller caller) throws IOException {
        return cardsOf(caller).stream()
                .map(card -> card.text("id").orElseThrow())
                .toList();
    }

    private List<Json.Obj> cardsOf(Caller caller) throws IOException {
        new Exchange("GET", "/api/web-shell/home").sentTo(views, caller);
        List<Json.Obj> cards = new ArrayList<>();
        ((Json.Obj) Objects.requireNonNull(portal.written))
                .array("cards")
                .items()
                .forEach(card -> cards.add((Json.Obj) card));
        return cards;
    }
}
