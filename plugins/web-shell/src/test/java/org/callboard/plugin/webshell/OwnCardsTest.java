package org.callboard.plugin.webshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.Card;
import org.callboard.api.ui.Status;
import org.callboard.api.ui.Value;
import org.junit.jupiter.api.Test;

final class OwnCardsTest {

    private final FakePortal portal = new FakePortal();
    private final AboutCard about = new AboutCard();
    private final RelationsCard relations = new RelationsCard(portal);

    @Test
    void aboutTellsWhatTheDescriptorSays() {
        Entity ledger = portal.add(Json.object()
                .put("kind", "Component")
                .put("metadata", metadata())
                .put(
                        "spec",
                        Json.object()
                                .put("type", "service")
                                .put("system", "money")
                                .build())
                .put("relations", relationsTo("ownedBy", "group:default/pay", "partOf", "system:default/money"))
                .build());
        assertEquals(
                List.of(
                        new Block.KeyValues.Pair("Owner", Value.of(EntityRef.parse("group:pay"))),
                        new Block.KeyValues.Pair("System", Value.of(EntityRef.parse("system:money"))),
                        new Block.KeyValues.Pair("Type", Value.of("service")),
                        new Block.KeyValues.Pair("Tags", new Value.Tag("java")),
                        new Block.KeyValues.Pair("Links", new Value.Link("Runbook", URI.create("https://r.example/"))),
                        new Block.KeyValues.Pair("Links", Value.of("not a url"))),
                pairs(about.show(ledger, portal)));
    }

    @Test
    void aboutSaysSoWhereTheDescriptorTellsNothing() {
        Entity bare = portal.add(bare("ledger").build());
        assertInstanceOf(Block.Empty.class, about.show(bare, portal).blocks().get(0));
    }

    @Test
    void relationsMarkTargetsThatAreNotInTheCatalog() {
        portal.add(bare("there").build());
        Entity ledger = portal.add(bare("ledger")
                .put("relations", relationsTo("dependsOn", "component:default/there", "dependsOn", "api:default/gone"))
                .build());
        assertEquals(
                List.of(
                        new Block.KeyValues.Pair("Depends on", Value.of(EntityRef.parse("component:there"))),
                        new Block.KeyValues.Pair(
                                "Depends on", new Value.State(Status.WARN, "api:default/gone is not in the catalog"))),
                pairs(relations.show(ledger, portal)));
    }

    @Test
    void relationsOfATypeAreCutShort() {
        List<String> parts = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            parts.add("hasPart");
            parts.add("component:default/part-" + number);
        }
        Entity system = portal.add(bare("big")
                .put("relations", relationsTo(parts.toArray(String[]::new)))
                .build());
        List<Block.KeyValues.Pair> pairs = pairs(relations.show(system, portal));
        assertEquals(7, pairs.size());
        assertEquals(new Block.KeyValues.Pair("Has part", Value.of("and 4 more")), pairs.get(6));
    }

    private static Json.Builder bare(String name) {
        return Json.object()
                .put("kind", "Component")
                .put("metadata", Json.object().put("name", name).build());
    }

    private static Json.Obj metadata() {
        Json.Obj runbook = Json.object()
                .put("title", "Runbook")
                .put("url", "https://r.example/")
                .build();
        Json.Obj broken = Json.object().put("url", "not a url").build();
        return Json.object()
                .put("name", "ledger")
                .put("tags", Json.ofTexts(List.of("java")))
                .put("links", new Json.Arr(List.of(runbook, broken)))
                .build();
    }

    private static Json.Arr relationsTo(String... typesAndTargets) {
        List<Json> relations = new ArrayList<>();
        for (int index = 0; index < typesAndTargets.length; index += 2) {
            relations.add(Json.object()
                    .put("type", typesAndTargets[index])
                    .put("targetRef", typesAndTargets[index + 1])
                    .build());
        }
        return new Json.Arr(relations);
    }

    private static List<Block.KeyValues.Pair> pairs(Card card) {
        assertEquals(1, card.blocks().size());
        return assertInstanceOf(Block.KeyValues.class, card.blocks().get(0)).items();
    }
}
