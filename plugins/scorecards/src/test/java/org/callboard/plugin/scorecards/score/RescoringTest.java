package org.callboard.plugin.scorecards.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.plugin.scorecards.api.Fact;
import org.callboard.plugin.scorecards.api.FactSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RescoringTest {

    private final Fixture fixture = new Fixture();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final Thread worker = new Thread(this::work, "run of the task");
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);

    @AfterEach
    void close() throws Exception {
        mayAnswer.countDown();
        isOver.set(true);
        worker.join();
    }

    private void work() {
        try {
            fixture.rescoring.work(fixture.caller, isOver::get);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    /** Says that all were deployed, when it may. Called {@code acme/deploys}. */
    private final class Deploys implements FactSource {

        @Override
        public List<Fact> read(List<Entity> entities) {
            asked.countDown();
            try {
                assertTrue(mayAnswer.await(60, TimeUnit.SECONDS));
            } catch (InterruptedException ended) {
                throw new IllegalStateException(ended);
            }
            Json value = Json.object().put("count", 3).build();
            return entities.stream()
                    .map(entity -> new Fact(entity.ref(), value, Instant.now(), "test"))
                    .toList();
        }
    }

    @Test
    void asksAPluginThatCameByItself() throws Exception {
        fixture.computed();
        fixture.rescoring.begin(fixture.caller);
        worker.start();
        fixture.extensions.offer("acme", new Deploys());
        assertTrue(asked.await(60, TimeUnit.SECONDS));
        mayAnswer.countDown();
        fixture.passes.some(fixture.caller, List.of());
        assertEquals("ppup 2", fixture.shown().get("ledger"));
    }

    @Test
    void aPluginThatGoesWhileItIsAskedLeavesNothingBehind() throws Exception {
        fixture.computed();
        fixture.rescoring.begin(fixture.caller);
        worker.start();
        fixture.extensions.offer("acme", new Deploys());
        assertTrue(asked.await(60, TimeUnit.SECONDS));
        fixture.extensions.remove("acme");
        mayAnswer.countDown();
        fixture.passes.some(fixture.caller, List.of());
        assertEquals("ppuu 2", fixture.shown().get("ledger"));
    }

    @Test
    void doesNothingBeforeSomebodySaysForWhom() {
        EntityRef ledger = EntityRef.parse("component:default/ledger");
        fixture.rescoring.ask(List.of(ledger));
        assertTrue(fixture.rescoring.isPending(ledger));
        assertEquals(0, fixture.shown().size());
    }
}
