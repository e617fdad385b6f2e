package org.callboard.plugin.scorecards.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.callboard.testkit.MemoryCatalog;
import org.callboard.testkit.MemoryTables;
import org.callboard.testkit.TestJson;
import org.callboard.testkit.TestWeb;
import org.junit.jupiter.api.Test;

final class HttpFactsTest {

    private final Entity ledger = MemoryCatalog.of(
                    "{apiVersion: backstage.io/v1alpha1, kind: Component, metadata: {name: ledger, annotations: {ci/job: 'a/../b?c'}}, spec: {type: service}}")
            .entity("component:default/ledger");
    private final TestWeb web = new TestWeb();
    private final StoredFacts stored = new StoredFacts(new MemoryTables(), new TestJson());
    private final HttpFacts facts = new HttpFacts(web, stored);

    @Test
    void keepsWhatTheServerAnswered() {
        web.answer(
                "GET",
                "https://ci.example.com/ledger",
                Json.object().put("passed", 7).build());
        assertTrue(facts.fetch(ledger, "http:https://ci.example.com/{name}"));
        Answer.Known kept = stored.of(ledger.ref()).get(0).answer();
        assertEquals(
                "{\"status\":200,\"body\":{\"passed\":7}}",
                new TestJson().toText(java.util.Objects.requireNonNull(kept.value())));
        assertEquals("https://ci.example.com/ledger", kept.source());
    }

    @Test
    void whatIsFilledInCanNotAddToThePath() {
        assertEquals(
                Optional.of(URI.create("https://ci.example.com/a%2F..%2Fb%3Fc/x")),
                HttpFacts.address(ledger, "https://ci.example.com/{annotations.ci/job}/x"));
    }

    @Test
    void asksNobodyWhereTheEntityLacksWhatTheAddressNeeds() {
        assertTrue(facts.fetch(ledger, "http:https://ci.example.com/{annotations.none}"));
        assertEquals(List.of(), web.requests());
    }
}
