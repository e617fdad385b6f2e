package org.callboard.plugin.scorecards.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.testkit.MemoryTables;
import org.callboard.testkit.TestJson;
import org.junit.jupiter.api.Test;

final class StoredFactsTest {

    private static final EntityRef LEDGER = EntityRef.parse("component:default/ledger");
    private final StoredFacts facts = new StoredFacts(new MemoryTables(), new TestJson());

    private void put(String name, Json value) {
        facts.put(LEDGER, name, value, "test", Instant.EPOCH);
    }

    @Test
    void theLastOneCounts() {
        put("ci/coverage", Json.of(80));
        put("ci/coverage", Json.of(81));
        assertEquals(Json.of(81), facts.of(LEDGER).get(0).answer().value());
        assertEquals(1, facts.of(LEDGER).size());
    }

    @Test
    void anEntityHasNotTooMany() {
        for (int i = 0; i < StoredFacts.MOST; i++) {
            put("f" + i, Json.of(i));
        }
        put("f0", Json.of("again"));
        PortalException refused = assertThrows(PortalException.class, () -> put("one-more", Json.of(1)));
        assertEquals(ProblemKind.TOO_LARGE, refused.kind());
        assertEquals(StoredFacts.MOST, facts.of(LEDGER).size());
    }

    @Test
    void aFactIsNotTooLong() {
        assertThrows(PortalException.class, () -> put("long", Json.of("x".repeat(StoredFacts.LONGEST))));
        assertEquals(0, facts.of(LEDGER).size());
    }
}
