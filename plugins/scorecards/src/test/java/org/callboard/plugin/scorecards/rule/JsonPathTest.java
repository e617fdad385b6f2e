package org.callboard.plugin.scorecards.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.callboard.api.model.Json;
import org.callboard.testkit.TestJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonPathTest {

    private static final TestJson JSON = new TestJson();
    private static final Json SERVICE = JSON.readText("""
            {"metadata": {"name": "ledger", "tags": ["java", "kafka"],
                          "annotations": {"pagerduty.com/service-id": "P1"},
                          "links": [{"title": "Runbook", "type": "runbook", "url": "u1"}, {"title": "Chat", "url": "u2"}]},
             "spec": {"owner": "booking", "replicas": 3, "live": true, "nothing": null}}
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$.spec.owner | \"booking\"",
                "$['spec']['owner'] | \"booking\"",
                "$.metadata.annotations['pagerduty.com/service-id'] | \"P1\"",
                "$.metadata.tags[0] | \"java\"",
                "$.metadata.tags[-1] | \"kafka\"",
                "$.metadata.tags[2] | ``",
                "$.metadata.tags[*] | \"java\" \"kafka\"",
                "$.spec.* | \"booking\" 3 true null",
                "$..url | \"u1\" \"u2\"",
                "$.metadata.links[?@.type == 'runbook'].url | \"u1\"",
                "$.metadata.links[?(@.type=='runbook')].url | \"u1\"",
                "$.metadata.links[?@.type != 'runbook'].url | \"u2\"",
                "$.metadata.links[?@.type].url | \"u1\"",
                "$.spec.owner.first | ``",
                "$.nowhere | ``",
            })
    void findsWhatItSays(String path, String found) {
        assertEquals(
                found,
                JsonPath.parse(path).find(SERVICE).stream()
                        .map(spot -> JSON.toText(spot.value()))
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void findsTheValueItself() {
        assertEquals(SERVICE, JsonPath.parse("$").first(SERVICE));
    }

    @Test
    void saysWhereItFoundSomething() {
        List<Spot> found = JsonPath.parse("$.metadata.links[*].url").find(SERVICE);
        assertEquals(List.of("metadata", "links", "1", "url"), found.get(1).steps());
        assertFalse(JsonPath.parse("$.metadata.links[*].url").isSingle());
        assertTrue(JsonPath.parse("$.metadata.links[0].url").isSingle());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "spec",
                "$.",
                "$.a b",
                "$[",
                "$['a",
                "$[x]",
                "$[99999999999]",
                "$[?]",
                "$[?@.a == ]",
                "$[?@.a == (1)]",
                "$..a..b",
                "$.a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u",
                "$.metadata[?system('rm')]",
            })
    void refusesWhatIsNoPath(String path) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> JsonPath.parse(path));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("The path '" + path + "' "), refused::getMessage);
    }

    @Test
    void findsNoMoreThanIsGood() {
        List<Json> many = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            many.add(Json.of(i));
        }
        assertEquals(
                JsonPath.MOST_FOUND,
                JsonPath.parse("$[*]").find(new Json.Arr(many)).size());
    }

    @Test
    void looksNoDeeperThanIsGood() {
        Json deep = Json.object().put("x", 1).build();
        for (int i = 0; i < 3_000; i++) {
            deep = Json.object().put("a", deep).build();
        }
        assertEquals(List.of(), JsonPath.parse("$..x").find(deep));
    }
}
