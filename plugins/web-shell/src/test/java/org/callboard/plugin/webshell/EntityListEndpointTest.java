package org.callboard.plugin.webshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.security.Caller;
import org.callboard.api.ui.CatalogColumn;
import org.callboard.api.ui.CatalogFacet;
import org.callboard.api.ui.Value;
import org.callboard.testkit.MemoryCatalog;
import org.callboard.testkit.TestCaller;
import org.callboard.testkit.TestExtensions;
import org.callboard.testkit.TestJson;
import org.junit.jupiter.api.Test;

class EntityListEndpointTest {

    private static final String PREFIX = "/api/web-shell/entities";
    private static final TestCaller MARA = TestCaller.named("Mara");

    private final TestJson json = new TestJson();
    private final MemoryCatalog catalog = MemoryCatalog.of("""
            kind: Component
            metadata:
              name: ledger
              title: Ledger
              description: "=HYPERLINK(1)"
              tags: [java, money]
              labels: {example.com/tier: gold}
            spec: {type: service, owner: team, lifecycle: production}
            ---
            kind: Component
            metadata: {name: wallet, tags: [java]}
            spec: {type: service, owner: team, lifecycle: experimental}
            ---
            kind: API
            metadata: {name: money, description: "-5"}
            spec: {type: openapi, owner: others}
            """);
    private final TestExtensions extensions = new TestExtensions();
    private final EntityListEndpoint endpoint = new EntityListEndpoint(catalog, extensions, json);

    private Exchange get(String path, String... query) throws IOException {
        Exchange exchange = new Exchange("GET", PREFIX + path);
        for (int i = 0; i < query.length; i += 2) {
            exchange = exchange.with(query[i], query[i + 1]);
        }
        return exchange.sentTo(endpoint, MARA);
    }

    private Json.Obj read(Exchange exchange) {
        return (Json.Obj) json.readText(exchange.text());
    }

    private static List<String> values(Json.Obj answer, String path) {
        List<String> found = new ArrayList<>();
        for (Json value : answer.array("facets", path, "values").items()) {
            Json.Obj one = (Json.Obj) value;
            found.add(one.text("value").orElseThrow() + " " + json(one, "count"));
        }
        return found;
    }

    private static String json(Json.Obj object, String field) {
        return object.get(field) instanceof Json.Num number ? number.value().toPlainString() : "none";
    }

    @Test
    void countsWhatEachValueLeavesUnderATextAndOtherPicks() throws IOException {
        Json.Obj all = read(get("/facets", "facet", "spec.type"));
        assertEquals(List.of("service 2", "openapi 1"), values(all, "spec.type"));
        Json.Obj found = read(get("/facets", "facet", "spec.type", "text", "mon", "in", "metadata.name"));
        assertEquals(List.of("openapi 1"), values(found, "spec.type"));
        Json.Obj picked = read(get("/facets", "facet", "spec.type", "where", "kind=component"));
        assertEquals(List.of("service 2"), values(picked, "spec.type"));
    }

    @Test
    void aFacetsOwnPickHidesNoneOfItsValues() throws IOException {
        Json.Obj own = read(get("/facets", "facet", "spec.type", "where", "spec.type=openapi"));
        assertEquals(List.of("service 2", "openapi 1"), values(own, "spec.type"));
    }

    @Test
    void givesTheFirstValuesAndThoseThatArePickedAndFindsOthers() throws IOException {
        Json.Obj first = read(get("/facets", "facet", "metadata.name", "most", "1", "where", "metadata.name=WALLET"));
        assertEquals(List.of("ledger 1", "wallet 1"), values(first, "metadata.name"));
        assertEquals("3", json(first.object("facets", "metadata.name"), "total"));
        Json.Obj found = read(get("/facets", "facet", "metadata.name", "find", "ON"));
        assertEquals(List.of("money 1"), values(found, "metadata.name"));
        Json.Obj some = read(get("/facets", "facet", "metadata.name=wal"));
        assertEquals(List.of("wallet 1"), values(some, "metadata.name"));
    }

    @Test
    void refusesWhatNamesNoField() {
        assertThrows(PortalException.class, () -> get("/facets", "facet", "kind", "where", "=x"));
        assertThrows(PortalException.class, () -> get("/facets"));
        assertThrows(PortalException.class, () -> get("/export", "format", "xml"));
        assertThrows(PortalException.class, () -> get("/nothing"));
    }

    @Test
    void saysWhichFieldsThereAre() throws IOException {
        List<String> fields = read(get("/fields")).array("fields").texts();
        assertTrue(fields.contains("metadata.labels.example.com/tier"), fields::toString);
        assertTrue(fields.contains("relations.ownedBy"), fields::toString);
        assertFalse(fields.contains("relations"), fields::toString);
    }

    /** A column that says how often it was asked. */
    private static final class Cost implements CatalogColumn {

        final List<Integer> asked = new ArrayList<>();
        boolean fails;

        @Override
        public String title() {
            return "Cost";
        }

        @Override
        public Map<EntityRef, Value> values(List<Entity> entities, Caller caller) {
            asked.add(entities.size());
            if (fails) {
                throw new IllegalStateException("the bank is closed");
            }
            return Map.of(EntityRef.parse("component:default/ledger"), Value.money(java.math.BigDecimal.TEN, "EUR"));
        }
    }

    private record Tier(String path) implements CatalogFacet {}

    private Json.Obj cells(String name, String... refs) throws IOException {
        FakePortal body = new FakePortal();
        body.toRead = Json.object().put("entities", Json.ofTexts(List.of(refs))).build();
        Exchange exchange = new Exchange("POST", PREFIX + "/columns/" + name)
                .sentTo(new EntityListEndpoint(catalog, extensions, body), MARA);
        assertEquals("no-store", exchange.headers.get("Cache-Control"));
        return (Json.Obj) java.util.Objects.requireNonNull(body.written);
    }

    @Test
    void offersWhatPluginsBring() throws IOException {
        extensions.offer("bank", new Cost()).offer("bank", new Tier("metadata.labels.example.com/tier"));
        extensions.offer("rogue", new Tier(" "));
        Json.Obj offered = read(get(""));
        assertEquals(
                "Cost",
                ((Json.Obj) offered.array("columns").items().get(0))
                        .text("title")
                        .orElseThrow());
        Json.Obj facet = (Json.Obj) offered.array("facets").items().get(0);
        assertEquals("metadata.labels.example.com/tier", facet.text("path").orElseThrow());
        Json.Obj faulty = (Json.Obj) offered.array("facets").items().get(1);
        assertTrue(faulty.text("error", "message").orElseThrow().contains("names no field"));
        extensions.remove("bank");
        assertEquals(0, read(get("")).array("columns").items().size());
    }

    @Test
    void asksAPluginOnceForManyRows() throws IOException {
        Cost cost = new Cost();
        extensions.offer("bank", cost);
        Json.Obj answer = cells("bank/cost", "component:wallet", "component:ledger", "component:nobody");
        List<Json> values = answer.array("values").items();
        assertEquals(Json.Null.NULL, values.get(0));
        assertEquals("EUR", ((Json.Obj) values.get(1)).text("currency").orElseThrow());
        assertEquals(Json.Null.NULL, values.get(2));
        assertEquals(List.of(2), cost.asked);
    }

    @Test
    void saysWhyAPluginHasNoCells() throws IOException {
        Cost cost = new Cost();
        cost.fails = true;
        extensions.offer("bank", cost);
        assertTrue(cells("bank/cost", "component:ledger")
                .text("error", "message")
                .orElseThrow()
                .contains("the bank is closed"));
        assertThrows(PortalException.class, () -> cells("bank/nothing", "component:ledger"));
        assertThrows(PortalException.class, () -> cells("bank/cost"));
    }

    @Test
    void writesATableThatNoSpreadsheetTakesForFormulas() throws IOException {
        extensions.offer("bank", new Cost());
        Exchange csv = get("/export", "format", "csv", "column", "metadata.description", "title", "@About");
        assertEquals("attachment; filename=\"catalog.csv\"", csv.headers.get("Content-Disposition"));
        assertEquals("""
                \uFEFFEntity,Name,'@About
                component:default/ledger,Ledger,'=HYPERLINK(1)
                api:default/money,money,-5
                component:default/wallet,wallet,
                """.replace("\n", "\r\n"), csv.text());
        Exchange cost = get("/export", "format", "csv", "column", "plugin:bank/cost", "sort", "-metadata.name");
        assertEquals(List.of("Entity,Name,plugin:bank/cost", "component:default/wallet,wallet,"), lines(cost, 2));
        assertTrue(cost.text().endsWith("component:default/ledger,Ledger,10 EUR\r\n"), cost::text);
    }

    private static List<String> lines(Exchange exchange, int count) {
        return exchange.text().replace("\uFEFF", "").lines().limit(count).toList();
    }

    @Test
    void writesWhatIsNarrowedDownAsJson() throws IOException {
        Json rows = json.readText(
                get("/export", "format", "json", "where", "metadata.tags=money", "column", "metadata.tags")
                        .text());
        Json.Obj row = (Json.Obj) ((Json.Arr) rows).items().get(0);
        assertEquals(1, ((Json.Arr) rows).items().size());
        assertEquals("component:default/ledger", row.text("entity").orElseThrow());
        assertEquals(List.of("java", "money"), row.array("metadata.tags").texts());
        assertEquals(
                new Json.Arr(List.of()),
                json.readText(
                        get("/export", "format", "json", "where", "kind=x").text()));
    }

    @Test
    void aPluginThatFailsHarmsNoOtherColumnOfAnExportAndIsNotAskedAgain() throws IOException {
        for (int i = 0; i < 500; i++) {
            catalog.put(MemoryDocuments.component("many-" + i));
        }
        Cost cost = new Cost();
        cost.fails = true;
        extensions.offer("bank", cost);
        Exchange csv = get("/export", "format", "csv", "column", "plugin:bank/cost");
        assertEquals(504, csv.text().lines().count());
        assertTrue(csv.text().contains("component:default/many-499,many-499,not available"), csv::text);
        assertEquals(List.of(200), cost.asked);
        cost.fails = false;
        cost.asked.clear();
        assertTrue(get("/export", "format", "csv", "column", "plugin:bank/cost")
                .text()
                .contains("10 EUR"));
        assertEquals(List.of(200, 200, 103), cost.asked);
    }
}
