package org.callboard.core.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttendantTest {

    private static final long LONG = Duration.ofMinutes(1).toNanos();

    private final Attendant attendant = new Attendant();
    private final ExecutorService plugin = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        plugin.shutdownNow();
    }

    @Test
    void doesTheErrandsOnItsOwnThread() throws ExecutionException, InterruptedException {
        Future<Thread> asked = plugin.submit(() -> attendant.during(() -> attendant.ask(Thread::currentThread)));
        assertNull(attendant.attend(LONG, "late"));
        assertSame(Thread.currentThread(), asked.get());
    }

    @Test
    void refusesEveryErrandOnceTheRequestIsOver() throws ExecutionException, InterruptedException {
        plugin.submit(() -> attendant.during(() -> "done")).get();
        assertNull(attendant.attend(LONG, "late"));
        assertThrows(EOFException.class, () -> attendant.ask(() -> "written into the next answer"));
    }

    @Test
    void refusesEveryErrandOnceItWasCutOff() {
        assertEquals("late", attendant.attend(0, "late"));
        assertThrows(EOFException.class, () -> attendant.ask(() -> "written into the next answer"));
    }

    @Test
    void stopsWaitingWhenTheAnswerIsOfNoUse() {
        plugin.execute(() -> attendant.cutOff("too long"));
        assertEquals("too long", attendant.attend(LONG, "late"));
    }

    @Test
    void tellsThePluginThatTheClientIsGone() throws InterruptedException {
        Future<Object> asked = plugin.submit(() -> attendant.during(() -> attendant.ask(() -> {
            throw new IOException("broken pipe");
        })));
        assertNull(attendant.attend(LONG, "late"));
        ExecutionException failure = assertThrows(ExecutionException.class, asked::get);
        assertTrue(failure.getCause() instanceof EOFException);
        assertTrue(attendant.isClientGone());
    }
}
