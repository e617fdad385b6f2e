package org.callboard.plugin.webshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.plugin.webshell.graph.Neighbourhood;
import org.junit.jupiter.api.Test;

final class GraphTest {

    private final FakePortal portal = new FakePortal();
    private final GraphEndpoint endpoint = new GraphEndpoint(portal, portal, portal);
    private final Map<String, List<Json>> relations = new TreeMap<>();

    private void relate(String from, String type, String to, String inverse) {
        arrow(from, type, to);
        arrow(to, inverse, from);
    }

    private void arrow(String from, String type, String to) {
        relations
                .computeIfAbsent(from, fresh -> new ArrayList<>())
                .add(Json.object().put("type", type).put("targetRef", to).build());
    }

    private Json.Obj asked(String... parameters) throws IOException {
        relations.forEach((ref, arrows) -> {
            EntityRef parts = EntityRef.parse(ref);
            portal.add(Json.object()
                    .put("kind", parts.kind())
                    .put("metadata", Json.object().put("name", parts.name()).build())
                    .put("relations", new Json.Arr(arrows))
                    .build());
        });
        Exchange exchange = new Exchange("GET", "/api/web-shell/graph");
        for (int index = 0; index < parameters.length; index += 2) {
            exchange.with(parameters[index], parameters[index + 1]);
        }
        exchange.sentTo(endpoint, portal);
        return assertInstanceOf(Json.Obj.class, portal.written);
    }

    private static List<String> refs(Json.Obj graph) {
        return graph.array("nodes").items().stream()
                .map(node -> ((Json.Obj) node).text("ref").orElse(""))
                .toList();
    }

    private static List<String> arrows(Json.Obj graph) {
        return graph.array("edges").items().stream()
                .map(Json.Obj.class::cast)
                .map(edge -> edge.text("from").orElse("") + " "
                        + edge.array("names").items().stream()
                                .map(names -> ((Json.Obj) names).text("title").orElse("") + "/"
                                        + ((Json.Obj) names).text("inverse").orElse(""))
                                .toList()
                        + " " + edge.text("to").orElse(""))
                .toList();
    }

    private static String number(Json.Obj graph, String name) {
        return String.valueOf(graph.get(name));
    }

    @Test
    void bothSidesOfARelationAreOneArrow() throws IOException {
        relate("component:default/a", "dependsOn", "resource:default/db", "dependencyOf");
        relate("component:default/a", "ownedBy", "group:default/pay", "ownerOf");
        Json.Obj graph = asked("entity", "component:a");
        assertEquals(List.of("component:default/a", "resource:default/db", "group:default/pay"), refs(graph));
        assertEquals(
                List.of(
                        "component:default/a [Depends on/Needed by] resource:default/db",
                        "group:default/pay [Owns/Owned by] component:default/a"),
                arrows(graph));
    }

    @Test
    void cyclesAndRelationsToOneselfEnd() throws IOException {
        relate("component:default/a", "dependsOn", "component:default/b", "dependencyOf");
        relate("component:default/b", "dependsOn", "component:default/c", "dependencyOf");
        relate("component:default/c", "dependsOn", "component:default/a", "dependencyOf");
        relate("component:default/a", "dependsOn", "component:default/a", "dependencyOf");
        arrow("component:default/a", "likes", "component:default/b");
        arrow("component:default/b", "likes", "component:default/a");
        Json.Obj graph = asked("entity", "component:a", "depth", "5");
        assertEquals(3, refs(graph).size());
        assertEquals(4, arrows(graph).size(), () -> arrows(graph).toString());
    }

    @Test
    void depthKindRelationAndDirectionNarrowIt() throws IOException {
        relate("component:default/a", "dependsOn", "component:default/b", "dependencyOf");
        relate("component:default/b", "dependsOn", "resource:default/c", "dependencyOf");
        relate("component:default/z", "dependsOn", "component:default/a", "dependencyOf");
        relate("component:default/a", "ownedBy", "group:default/pay", "ownerOf");
        String a = "component:default/a";
        assertEquals(4, refs(asked("entity", a)).size());
        assertEquals(5, refs(asked("entity", a, "depth", "2")).size());
        assertEquals(
                List.of(a, "component:default/b", "component:default/z"),
                refs(asked("entity", a, "depth", "2", "kinds", "Component")));
        assertEquals(List.of(a, "group:default/pay"), refs(asked("entity", a, "relations", "ownedBy")));
        assertEquals(List.of(a, "component:default/b"), refs(asked("entity", a, "direction", "out")));
        assertEquals(
                List.of(a, "component:default/z", "group:default/pay"), refs(asked("entity", a, "direction", "in")));
        Json.Obj narrow = asked("entity", a, "kinds", "group");
        assertEquals(List.of("component", "group"), narrow.array("kinds").texts(), "What could be asked for stays.");
    }

    @Test
    void whatIsTooMuchIsLeftOutAndCounted() throws IOException {
        for (int number = 0; number < 10_000; number++) {
            arrow("system:default/big", "hasPart", "component:default/part-" + number);
        }
        Json.Obj graph = asked("entity", "system:big", "depth", "5");
        assertTrue(refs(graph).size() <= Neighbourhood.MOST);
        assertEquals(String.valueOf(Json.of(10_001 - refs(graph).size())), number(graph, "leftOut"));
    }

    @Test
    void manyNeighboursOfNeighboursStayWithinTheBounds() throws IOException {
        for (int one = 0; one < 100; one++) {
            for (int other = 0; other < 100; other++) {
                arrow("component:default/n" + one, "dependsOn", "component:default/n" + (one * 7 + other * 13) % 400);
            }
        }
        Json.Obj graph = asked("entity", "component:n0", "depth", "5");
        assertTrue(refs(graph).size() <= Neighbourhood.MOST);
        assertTrue(arrows(graph).size() <= 1_000);
        Json.Obj again = asked("entity", "component:n0", "depth", "5");
        assertEquals(graph, again, "The same catalog gives the same picture.");
    }

    @Test
    void whatCantBeFoundIsShownWithoutFacts() throws IOException {
        arrow("component:default/a", "dependsOn", "resource:default/gone");
        Json.Obj gone =
                (Json.Obj) asked("entity", "component:a").array("nodes").items().get(1);
        assertEquals("resource:default/gone", gone.text("ref").orElse(""));
        assertTrue(gone.text("title").isEmpty());
    }

    @Test
    void refusesWhatItCantAnswer() {
        assertEquals(ProblemKind.NOT_FOUND, refusal("entity", "component:nowhere"));
        assertEquals(ProblemKind.BAD_INPUT, refusal());
        arrow("component:default/a", "dependsOn", "resource:default/c");
        assertEquals(ProblemKind.BAD_INPUT, refusal("entity", "component:a", "depth", "6"));
        assertEquals(ProblemKind.BAD_INPUT, refusal("entity", "component:a", "depth", "x"));
        assertEquals(ProblemKind.BAD_INPUT, refusal("entity", "component:a", "direction", "up"));
    }

    private ProblemKind refusal(String... parameters) {
        return assertThrows(PortalException.class, () -> asked(parameters)).kind();
    }
}
