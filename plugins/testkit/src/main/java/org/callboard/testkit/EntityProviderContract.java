package org.callboard.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.callboard.api.ingest.EntityProvider;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.junit.jupiter.api.Test;

/** What every entity provider keeps to. */
public interface EntityProviderContract extends ExtensionContract<EntityProvider> {

    /** The portal plans with it. */
    @Test
    default void isAskedWhenItSaysAndForADayAtMost() {
        EntityProvider provider = extension();
        assertEquals(provider.schedule().words(), provider.schedule().words());
        Runs.checkLimit(provider.limit());
    }

    /** The catalog keeps what has a kind and a name, once. */
    @Test
    default void givesEntitiesOfDifferentReferencesOrSaysThatThereAreNone() throws Exception {
        TestProvision provision = TestProvision.now();
        extension().provide(provision);
        assertTrue(provision.isComplete(), "It neither gave an entity nor said that there are none.");
        Set<EntityRef> refs = new HashSet<>();
        for (Json.Obj entity : provision.entities()) {
            EntityRef ref = MemoryEntity.refOf(entity);
            assertTrue(refs.add(ref), () -> "It gave " + ref + " twice.");
        }
    }

    /** What isn't given again is taken out of the catalog. */
    @Test
    default void givesTheSameAgain() throws Exception {
        EntityProvider provider = extension();
        TestProvision first = TestProvision.now();
        TestProvision second = TestProvision.now();
        provider.provide(first);
        provider.provide(second);
        assertEquals(new HashSet<>(first.entities()), new HashSet<>(second.entities()), "the second time");
    }

    /** A plugin that goes can't wait for it. */
    @Test
    default void endsWhenItIsInterrupted() throws InterruptedException {
        EntityProvider provider = extension();
        TestRun run = TestRun.now();
        run.cancel();
        Runs.interrupted(() -> provider.provide(TestProvision.of(run)));
    }
}
