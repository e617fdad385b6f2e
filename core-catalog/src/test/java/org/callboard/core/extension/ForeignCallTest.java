package org.callboard.core.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.callboard.api.plugins.PluginInfo.Role;
import org.callboard.api.plugins.PluginLoad;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class ForeignCallTest {

    private static final PluginLimits LIMITS = new PluginLimits(
            Duration.ofMillis(100),
            Duration.ofSeconds(5),
            4,
            8,
            1 << 20,
            new PluginLimits.Breaking(3, Duration.ofMinutes(1), Duration.ofHours(1)));

    private final ClassLoader loader = new URLClassLoader(new URL[0]);
    private final PluginEntries entries = new PluginEntries(LIMITS, 8);
    private final ForeignCall entry =
            entries.open(new RevisionName("cost", "1.0.0", "sha256:00"), Role.OPTIONAL, loader);

    @AfterEach
    void close() {
        entry.close();
    }

    @Test
    void runsAsThePlugin() {
        String seen = entry.call(() -> {
            assertSame(loader, Thread.currentThread().getContextClassLoader());
            return MDC.get(PluginThreads.LOG_KEY) + " on "
                    + Thread.currentThread().getName();
        });
        assertEquals("cost on plugin-cost-1", seen);
    }

    @Test
    void leavesNoTraceOnTheCallersThread() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        entry.answerHere(() -> 200);
        assertSame(before, Thread.currentThread().getContextClassLoader());
        assertEquals(null, MDC.get(PluginThreads.LOG_KEY));
    }

    @Test
    void turnsWhateverIsThrownIntoAFailureThatNamesThePlugin() {
        PortalException failure = assertThrows(
                PortalException.class,
                () -> entry.call(() -> {
                    throw new StackOverflowError("secret detail");
                }));
        assertEquals(ProblemKind.UNAVAILABLE, failure.kind());
        assertEquals("Plugin 'cost' failed: StackOverflowError.", failure.message());
        assertEquals(1, load().failures());
    }

    @Test
    void passesOnWhatThePluginMeantToSay() {
        PortalException meant = new PortalException(ProblemKind.NOT_FOUND, "No such invoice.");
        assertSame(
                meant,
                assertThrows(
                        PortalException.class,
                        () -> entry.call(() -> {
                            throw meant;
                        })));
        assertEquals(0, load().failures());
    }

    @Test
    void doesNotWaitForACallThatHangs() {
        CountDownLatch never = new CountDownLatch(1);
        PortalException failure = assertThrows(
                PortalException.class,
                () -> entry.call(
                        () -> {
                            never.await();
                            return "late";
                        },
                        50));
        assertTrue(failure.message().contains("did not answer within 50 ms"), failure.message());
    }

    /** A call that began later is cut off while the patient one still waits. */
    @Test
    void waitsLongerWhereItIsToldTo() throws Exception {
        PluginLimits hasty = new PluginLimits(
                LIMITS.requestDeadline(), Duration.ofMillis(50), 4, 8, 1 << 20, PluginLimits.DEFAULT.breaking());
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        try (ForeignCall slow = new PluginEntries(hasty, 8)
                .open(new RevisionName("cost", "1.0.0", "sha256:00"), Role.OPTIONAL, loader)) {
            CompletableFuture<String> patient = CompletableFuture.supplyAsync(() -> slow.call(
                    () -> {
                        began.countDown();
                        others.await();
                        return "answered";
                    },
                    Duration.ofMinutes(5)));
            began.await();
            assertThrows(
                    PortalException.class,
                    () -> slow.call(() -> {
                        never.await();
                        return "never";
                    }));
            others.countDown();
            assertEquals("answered", patient.get());
        }
    }

    @Test
    void stopsARevisionWhoseCallsAllHang() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(8);
        CountDownLatch never = new CountDownLatch(1);
        for (int call = 0; call < 8; call++) {
            later(() -> entry.call(() -> {
                started.countDown();
                never.await();
                return "never";
            }));
        }
        started.await();
        assertEquals("stopped", entry.call(() -> "stopped", 5_000));
    }

    @Test
    void namesTheThreadThatIgnoresItsInterrupt() {
        AtomicBoolean release = new AtomicBoolean();
        Attendant attendant = new Attendant();
        PortalException late = assertThrows(PortalException.class, () -> entry.answer(() -> spin(release), attendant));
        assertEquals("Plugin 'cost' did not answer within 100 ms.", late.message());
        PluginLoad.StuckThread stuck = load().stuck().get(0);
        assertEquals("plugin-cost-1", stuck.name());
        assertTrue(stuck.at().startsWith(ForeignCallTest.class.getName() + ".spin("), stuck.at());
        assertThrows(EOFException.class, () -> attendant.ask(() -> "late"));
        release.set(true);
    }

    private static int spin(AtomicBoolean release) {
        while (!release.get()) {
            Thread.onSpinWait();
        }
        return 200;
    }

    @Test
    void countsAThreadThatNeverEndsAgainstItsPlugin() {
        AtomicBoolean release = new AtomicBoolean();
        String message = "";
        PluginLimits patient = new PluginLimits(
                LIMITS.requestDeadline(), LIMITS.callDeadline(), 2, 8, 1 << 20, PluginLimits.DEFAULT.breaking());
        try (ForeignCall narrow = new PluginEntries(patient, 8)
                .open(new RevisionName("narrow", "1.0.0", "sha256:00"), Role.OPTIONAL, loader)) {
            // a call that was given up before it had a thread does not count
            for (int call = 0; call < 20 && !message.contains("busy"); call++) {
                message = assertThrows(PortalException.class, () -> narrow.answer(() -> spin(release), new Attendant()))
                        .message();
            }
        }
        release.set(true);
        assertTrue(
                message.startsWith("Plugin 'narrow' is busy: 2 calls of it are running. One should have ended"),
                message);
    }

    /** Who comes all at once is not sent away for that. */
    @Test
    void answersABurstOfTwiceAsManyAsItHasPlaces() throws Exception {
        int calls = 2 * LIMITS.calls();
        ExecutorService callers = Executors.newFixedThreadPool(calls);
        CyclicBarrier together = new CyclicBarrier(calls);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int call = 0; call < calls; call++) {
                answers.add(callers.submit(() -> {
                    together.await();
                    return entry.call(() -> {
                        new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
                        return "answer";
                    });
                }));
            }
            for (Future<String> answer : answers) {
                assertEquals("answer", answer.get());
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void asksARevisionNoMoreThatFailsAgainAndAgain() {
        List<String> told = new ArrayList<>();
        entries.listen(new Trouble() {
            @Override
            public void opened(RevisionName revision, String reason) {
                told.add(revision.plugin() + " " + reason);
            }

            @Override
            public void closed(RevisionName revision) {
                told.add("closed");
            }
        });
        for (int call = 0; call < 3; call++) {
            entry.answer(() -> 500, new Attendant());
        }
        PortalException refused = assertThrows(PortalException.class, () -> entry.call(() -> "not even this"));
        String reason = "3 calls failed within 1 s; the last one answered 500";
        assertEquals("Plugin 'cost' is not asked at present: " + reason + ".", refused.message());
        assertTrue(refused.getCause() instanceof RetryLater);
        assertEquals(List.of("cost " + reason), told);
        assertEquals(reason, entry.health().reason());
        assertEquals(3, load().failures());
    }

    @Test
    void measuresWhatACallCostsOnWhicheverThread() {
        ThreadMXBean bean = ManagementFactory.getThreadMXBean();
        long[] burned = new long[2];
        // somebody may read it, so no compiler leaves it out
        AtomicReference<byte[]> kept = new AtomicReference<>(new byte[0]);
        Callable<Integer> work = () -> {
            long from = bean.getCurrentThreadCpuTime();
            long sum = 0;
            while (bean.getCurrentThreadCpuTime() - from < 50_000_000) {
                kept.set(new byte[1_000]);
                sum += 1_000;
            }
            burned[0] += bean.getCurrentThreadCpuTime() - from;
            burned[1] += sum;
            return 200;
        };
        PluginEntries patient = new PluginEntries(PluginLimits.DEFAULT, 8);
        try (ForeignCall measured =
                patient.open(new RevisionName("measured", "1.0.0", "sha256:00"), Role.OPTIONAL, loader)) {
            measured.call(work);
            measured.answer(work, new Attendant());
            measured.answerHere(() -> {
                measured.answerHere(work);
                return 200;
            });
        }
        PluginLoad load = patient.load("measured").orElseThrow();
        assertNear(burned[0], load.cpu().toNanos());
        assertNear(burned[1] * 1_016 / 1_000, load.allocatedBytes());
        assertEquals(4, load.calls());
    }

    private static void assertNear(long truth, long figure) {
        assertTrue(Math.abs(figure - truth) <= truth / 10, () -> figure + " instead of " + truth);
    }

    @Test
    void measuresOneInEightOfVeryManyCallsForTheOthers() {
        PluginEntries many = new PluginEntries(PluginLimits.DEFAULT, 8);
        // somebody may read it, so no compiler leaves it out
        AtomicReference<byte[]> kept = new AtomicReference<>(new byte[0]);
        Callable<Integer> work = () -> {
            kept.set(new byte[100_000]);
            return 200;
        };
        int calls = 20_000;
        try (ForeignCall measured = many.open(new RevisionName("many", "1.0.0", "sha256:00"), Role.MANDATORY, loader)) {
            for (int call = 0; call < calls; call++) {
                measured.answerHere(work);
            }
        }
        assertNear(calls * 100_016L, many.load("many").orElseThrow().allocatedBytes());
    }

    @Test
    void seesWhatACallThatNeverEndsCostsUpToNow() {
        AtomicBoolean release = new AtomicBoolean();
        assertThrows(PortalException.class, () -> entry.answer(() -> spin(release), new Attendant()));
        Duration before = load().cpu();
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (load().cpu().equals(before) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertTrue(load().cpu().compareTo(before) > 0);
        release.set(true);
    }

    @Test
    void countsWhatThePluginLogsAsksTheDatabaseAndFindsWrong() {
        entries.logged("cost", "INFO");
        entries.logged("cost", "WARN");
        entries.logged("cost", "ERROR");
        entries.logged("nobody", "ERROR");
        entries.statement("cost", Duration.ofMillis(3));
        entries.statement("cost", Duration.ofMillis(4));
        entry.found(5);
        PluginLoad load = load();
        assertEquals(new PluginLoad.Lines(3, 1, 1), load.lines());
        assertEquals(2, load.statements());
        assertEquals(Duration.ofMillis(7), load.statementTime());
        assertEquals(5, load.problems());
        assertTrue(entries.load("nobody").isEmpty());
    }

    @Test
    void containsWhatCantEvenBePrinted() {
        PortalException failure = assertThrows(
                PortalException.class,
                () -> entry.call(() -> {
                    throw new Unprintable();
                }));
        assertEquals("Plugin 'cost' failed: Unprintable.", failure.message());
    }

    private static final class Unprintable extends Error {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new StackOverflowError();
        }
    }

    private PluginLoad load() {
        return entries.load("cost").orElseThrow();
    }

    private static void later(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((any, expected) -> {});
        thread.start();
    }

    @Test
    void refusesMoreCallsThanThePluginMayHaveThreads() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(8);
        CountDownLatch release = new CountDownLatch(1);
        List<Thread> callers = new ArrayList<>();
        for (int call = 0; call < 8; call++) {
            Thread thread = new Thread(() -> entry.call(() -> {
                started.countDown();
                release.await();
                return "done";
            }));
            thread.setDaemon(true);
            thread.start();
            callers.add(thread);
        }
        started.await();
        PortalException busy = assertThrows(PortalException.class, () -> entry.call(() -> "ninth"));
        assertTrue(busy.message().contains("is busy"), busy.message());
        release.countDown();
        for (Thread caller : callers) {
            caller.join();
        }
    }
}
