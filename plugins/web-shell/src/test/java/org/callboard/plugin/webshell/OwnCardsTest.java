package org.callboard.plugin.webshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.Icon;
import org.callboard.api.ui.Status;
import org.callboard.api.ui.Value;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.callboard.testkit.RecordedViews;
import org.callboard.testkit.TestConfiguration;
import org.junit.jupiter.api.Test;

final class OwnCardsTest {

    private final FakePortal portal = new FakePortal();
    private final TestConfiguration configuration = TestConfiguration.of(WebShellConfig.NONE);
    private final RecordedViews views = new RecordedViews();
    private final AboutCard about = new AboutCard(portal, configuration, views);
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
                pairs(about.show(ledger, ViewRequest.of(portal))));
    }

    @Test
    void aboutTellsHowToReachTheOwner() {
        configuration.set(new WebShellConfig(
                List.of(new WebShellConfig.Link(
                        "Chat",
                        "message",
                        "https://chat.example/{annotations.example.com/chat}",
                        new WebShellConfig.When(List.of("Group"), List.of(), List.of("example.com/chat")))),
                Optional.empty()));
        about.changed();
        assertEquals(1, views.changes().size());
        portal.add(Json.object()
                .put("kind", "Group")
                .put(
                        "metadata",
                        Json.object()
                                .put("name", "pay")
                                .put("title", "Payments")
                                .put(
                                        "annotations",
                                        Json.object()
                                                .put("example.com/chat", "#pay")
                                                .build())
                                .build())
                .put(
                        "spec",
                        Json.object()
                                .put(
                                        "profile",
                                        Json.object()
                                                .put("email", "pay@example.com")
                                                .build())
                                .build())
                .build());
        Entity ledger = portal.add(bare("ledger")
                .put("relations", relationsTo("ownedBy", "group:default/pay"))
                .build());
        assertEquals(
                List.of(
                        new Block.KeyValues.Pair("Owner", Value.of(EntityRef.parse("group:pay"))),
                        new Block.KeyValues.Pair(
                                "Ask Payments",
                                new Value.Link("Chat", URI.create("https://chat.example/%23pay"), Icon.MESSAGE)),
                        new Block.KeyValues.Pair(
                                "Ask Payments",
                                new Value.Link("pay@example.com", URI.create("mailto:pay@example.com"), Icon.MESSAGE))),
                pairs(about.show(ledger, ViewRequest.of(portal))));
    }

    @Test
    void aboutKnowsTheRepositoryWithoutAnyTemplate() {
        assertEquals(
                repository("https://git.example/money/ledger"),
                shownFor(
                        "backstage.io/managed-by-location",
                        "url:https://git.example/money/ledger/blob/main/catalog-info.yaml"));
        assertEquals(
                repository("https://git.example/money/ledger/tree/main/"),
                shownFor("backstage.io/source-location", "url:https://git.example/money/ledger/tree/main/"));
        for (String none :
                List.of("file:/srv/catalog-info.yaml", "url:javascript:alert(1)", "url:https://a@evil.example/")) {
            assertInstanceOf(
                    Block.Empty.class,
                    about.show(annotated("backstage.io/source-location", none), ViewRequest.of(portal))
                            .blocks()
                            .get(0));
        }
    }

    private static List<Block.KeyValues.Pair> repository(String url) {
        return List.of(new Block.KeyValues.Pair(
                "Repository", new Value.Link("money/ledger", URI.create(url), Icon.GIT_BRANCH)));
    }

    private List<Block.KeyValues.Pair> shownFor(String annotation, String value) {
        return pairs(about.show(annotated(annotation, value), ViewRequest.of(portal)));
    }

    private Entity annotated(String annotation, String value) {
        Json.Obj annotations = Json.object().put(annotation, value).build();
        return portal.add(Json.object()
                .put("kind", "Component")
                .put(
                        "metadata",
                        Json.object()
                                .put("name", "ledger")
                                .put("annotations", annotations)
                                .build())
                .build());
    }

    @Test
    void templatesThatGiveNoLinkAreRefusedByTheWordThatIsWrong() {
        for (List<String> wrong : List.of(
                List.of("title", " ", "", "https://a.example/"),
                List.of("icon", "Chat", "spaceship", "https://a.example/"),
                List.of("url", "Chat", "", "https://{name}.example/"))) {
            IllegalArgumentException refusal = assertThrows(
                    IllegalArgumentException.class,
                    () -> new WebShellConfig.Link(
                            wrong.get(1), wrong.get(2), wrong.get(3), WebShellConfig.When.ALWAYS));
            assertTrue(String.valueOf(refusal.getMessage()).startsWith(wrong.get(0) + " "), refusal::getMessage);
        }
    }

    @Test
    void aboutSaysSoWhereTheDescriptorTellsNothing() {
        Entity bare = portal.add(bare("ledger").build());
        assertInstanceOf(
                Block.Empty.class,
                about.show(bare, ViewRequest.of(portal)).blocks().get(0));
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
                                "Depends on",
                                new Value.State(Status.WARN, "api:default/gone is not in the catalog you see"))),
                pairs(relations.show(ledger, ViewRequest.of(portal))));
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
        List<Block.KeyValues.Pair> pairs = pairs(relations.show(system, ViewRequest.of(portal)));
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

    private static List<Block.KeyValues.Pair> pairs(View view) {
        assertEquals(1, view.blocks().size());
        return assertInstanceOf(Block.KeyValues.class, view.blocks().get(0)).items();
    }
}
