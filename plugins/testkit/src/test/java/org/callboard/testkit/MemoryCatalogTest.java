package org.callboard.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.callboard.api.catalog.Facet;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Order;
import org.callboard.api.catalog.Page;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Relation;
import org.callboard.api.security.Caller;
import org.junit.jupiter.api.Test;

class MemoryCatalogTest {

    private static final Caller MARA = TestCaller.named("Mara");

    private final MemoryCatalog catalog = MemoryCatalog.of("""
            kind: Component
            metadata: {name: web}
            spec: {type: website, owner: shop, consumesApis: [orders]}
            ---
            kind: API
            metadata: {name: orders, tags: [public]}
            spec: {owner: shop}
            """);

    @Test
    void makesTheRelationsOfWellKnownFieldsInBothDirections() {
        assertEquals(
                List.of(
                        new Relation("apiConsumedBy", EntityRef.parse("component:default/web")),
                        new Relation("ownedBy", EntityRef.parse("group:default/shop"))),
                catalog.entity("api:orders").relations());
    }

    @Test
    void makesRelationsToWhatIsAddedLater() {
        catalog.add("{kind: Group, metadata: {name: shop}, spec: {type: team}}");
        assertEquals(2, catalog.entity("group:shop").relations().size());
    }

    @Test
    void answersQueriesFacetsAndProblemsAsThePortalDoes() {
        Filter owned = Filter.equal("relations.ownedBy", "Group:default/shop");
        Page first = catalog.query(MARA, Query.of(owned, 1).orderedBy(Order.by("metadata.name")));
        assertEquals("orders", first.items().get(0).title());
        assertEquals(2, first.total());
        Page second = catalog.query(
                MARA, Query.of(owned, 1).orderedBy(Order.by("metadata.name")).after(String.valueOf(first.next())));
        assertEquals("web", second.items().get(0).title());
        assertEquals(
                List.of(new Facet("kind", List.of(new Facet.Value("API", 1), new Facet.Value("Component", 1)))),
                catalog.facets(MARA, Filter.NONE, List.of("kind")));
        assertTrue(catalog.problems(MARA, 10).isEmpty());
    }

    @Test
    void saysWhichEntitiesThereAre() {
        IllegalArgumentException missing =
                assertThrows(IllegalArgumentException.class, () -> catalog.entity("component:wep"));
        assertTrue(missing.getMessage().contains("component:default/web"), missing.getMessage());
    }

    @Test
    void refusesWhatIsNoEntity() {
        assertThrows(IllegalArgumentException.class, () -> catalog.add("[a, b]"));
        assertThrows(IllegalArgumentException.class, () -> catalog.add("kind: Component"));
    }

    @Test
    void findsByWordsAsPeopleTypeThem() {
        MemoryCatalog catalog = MemoryCatalog.of("""
                kind: Component
                metadata: {name: payments}
                ---
                kind: Component
                metadata: {name: payments-api, title: Payments}
                ---
                kind: Group
                metadata: {name: payers}
                """);
        assertEquals(List.of("payments", "payments-api"), found(catalog, "Payments"));
        assertEquals(List.of("payments", "payments-api"), found(catalog, "paymetns"));
        assertEquals(List.of("payers"), found(catalog, "group pay"));
        assertEquals(List.of(), found(catalog, " "));
    }

    private static List<String> found(MemoryCatalog catalog, String words) {
        return catalog.search(TestCaller.named("Mara"), words, Filter.NONE, 10).stream()
                .map(entity -> entity.ref().name())
                .toList();
    }
}
