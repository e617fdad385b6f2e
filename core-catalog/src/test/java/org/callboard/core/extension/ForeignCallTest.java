package org.callboard.core.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class ForeignCallTest {

    private final ClassLoader loader = new URLClassLoader(new URL[0]);
    private final ForeignCall entry = new ForeignCall("cost", loader);

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
        assertEquals("cost on plugin-cost", seen);
    }

    @Test
    void leavesNoTraceOnTheCallersThread() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        entry.callHere(() -> "done");
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
        assertEquals(1, entry.failures());
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
        assertEquals(0, entry.failures());
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
