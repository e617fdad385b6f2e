package org.callboard.core.leftover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Semaphore;
import org.callboard.core.leftover.Leftover.Fate;
import org.callboard.core.leftover.Leftover.Kind;
import org.junit.jupiter.api.Test;

class LeftoversTest {

    private final Leftovers leftovers = new Leftovers();

    /** Runs code as a revision's, and looks for what it left once it was stopped. */
    private List<Leftover> leftBy(Class<? extends Runnable> code) {
        OutsideLoader revision = new OutsideLoader(Careless.class.getClassLoader(), code);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(revision);
        try {
            ((Runnable) revision.make()).run();
        } finally {
            thread.setContextClassLoader(before);
        }
        List<Leftover> left = leftovers.clear(revision);
        assertEquals(
                List.of(),
                leftovers.clear(revision).stream()
                        .filter(again -> again.fate() == Fate.UNDONE)
                        .toList(),
                "what was undone is found again");
        return left;
    }

    private Leftover theOnly(Class<? extends Runnable> code) {
        List<Leftover> left = leftBy(code);
        assertEquals(1, left.size(), left::toString);
        return left.get(0);
    }

    private static boolean runs(String thread) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(running -> running.getName().equals(thread));
    }

    @Test
    void findsNothingWhereNothingWasLeft() {
        assertEquals(List.of(), leftovers.clear(new OutsideLoader(getClass().getClassLoader(), Careless.Hook.class)));
    }

    @Test
    void endsAThreadThatCanBeInterrupted() {
        Leftover thread = theOnly(Careless.Waiting.class);
        assertEquals(Kind.THREAD, thread.kind());
        assertEquals("careless-waiting", thread.name());
        assertEquals(Fate.UNDONE, thread.fate());
        assertFalse(runs("careless-waiting"));
    }

    @Test
    void namesAThreadThatDoesNotEndAndTheLineThatItIsAt() {
        Semaphore release = new Semaphore(0);
        System.getProperties().put("careless.release", release);
        try {
            Leftover thread = theOnly(Careless.Stubborn.class);
            assertEquals("careless-stubborn", thread.name());
            assertEquals(Fate.STAYS, thread.fate());
            assertTrue(thread.where().contains("Careless$Stubborn.toil"), thread::where);
        } finally {
            release.release();
            System.getProperties().remove("careless.release");
        }
    }

    @Test
    void namesTheIdleThreadsOfAPool() {
        Leftover thread = theOnly(Careless.Pool.class);
        assertEquals("careless-pool", thread.name());
        assertEquals(Fate.STAYS, thread.fate());
    }

    @Test
    void letsTheThreadsOfTheJdkGoOnWithoutTheClasses() {
        assertEquals(List.of(), leftBy(Careless.Delayed.class));
        Thread shared = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("CompletableFutureDelayScheduler"))
                .findFirst()
                .orElseThrow();
        assertSame(Leftovers.class.getClassLoader(), shared.getContextClassLoader());
    }

    @Test
    void cancelsATimer() {
        Leftover timer = theOnly(Careless.Ticking.class);
        assertEquals(Kind.TIMER, timer.kind());
        assertEquals("careless-timer", timer.name());
        assertEquals(Fate.UNDONE, timer.fate());
        assertFalse(runs("careless-timer"));
    }

    @Test
    void takesAwayAShutdownHook() {
        Leftover hook = theOnly(Careless.Hook.class);
        assertEquals(Kind.SHUTDOWN_HOOK, hook.kind());
        assertEquals("careless-hook", hook.name());
        assertEquals(Fate.UNDONE, hook.fate());
    }

    @Test
    void emptiesAThreadLocalOfAThreadThatGoesOn() {
        Leftover local = theOnly(Careless.Local.class);
        assertEquals(Kind.THREAD_LOCAL, local.kind());
        assertEquals(Careless.Local.class.getName(), local.name());
        assertTrue(local.where().contains(Thread.currentThread().getName()), local::where);
    }

    @Test
    void takesBackADriverThatOnlyThePluginCanSee() {
        Leftover driver = theOnly(Careless.Source.class);
        assertEquals(Kind.DRIVER, driver.kind());
        assertEquals(Careless.Source.class.getName(), driver.name());
    }

    @Test
    void takesBackAManagementBean() {
        Leftover bean = theOnly(Careless.Bean.class);
        assertEquals(Kind.MANAGEMENT_BEAN, bean.kind());
        assertEquals("careless:type=Bean", bean.name());
    }

    @Test
    void takesAwayTheHandlerOfEverybodysExceptions() {
        Leftover handler = theOnly(Careless.Handler.class);
        assertEquals(Kind.PROCESS_HANDLER, handler.kind());
        assertNull(Thread.getDefaultUncaughtExceptionHandler());
    }
}
