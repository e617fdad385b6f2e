package org.callboard.core.leftover;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.callboard.core.leftover.Leftover.Fate;
import org.callboard.core.leftover.Leftover.Kind;
import org.jspecify.annotations.Nullable;

/** Interrupts the threads that a revision started, cancels its timers, and names those that it should have ended itself. */
final class ThreadSearch implements Search {

    /** Whoever was told to end by the plugin itself is about to. */
    private static final long GRACE_MILLIS = 1_000;

    private static final long PATIENCE_MILLIS = 2_000;

    /** Nobody can close the JDK's client before Java 21: its threads end when they are interrupted or have been idle. */
    private static final Pattern HTTP_CLIENT = Pattern.compile("HttpClient-\\d+-.*");

    private static final String TIMER_THREAD = "java.util.TimerThread";

    @Override
    public List<Leftover> clear(Owner owner) {
        Map<Thread, StackTraceElement[]> all = Thread.getAllStackTraces();
        Map<Thread, StackTraceElement[]> found = new HashMap<>(all);
        found.keySet().removeIf(thread -> thread == Thread.currentThread() || !owner.made(thread));
        await(found.keySet(), GRACE_MILLIS);
        found.keySet().removeIf(thread -> !thread.isAlive());
        found.keySet().forEach(ThreadSearch::end);
        await(found.keySet(), PATIENCE_MILLIS);
        all.keySet().forEach(thread -> release(owner, thread));
        List<Leftover> leftovers = new ArrayList<>();
        found.forEach((thread, before) -> {
            if (!HTTP_CLIENT.matcher(thread.getName()).matches()) {
                leftovers.add(leftover(thread, before));
            }
        });
        return leftovers;
    }

    private static Leftover leftover(Thread thread, StackTraceElement[] before) {
        StackTraceElement[] now = thread.getStackTrace();
        return new Leftover(
                isTimer(thread) ? Kind.TIMER : Kind.THREAD,
                thread.getName(),
                where(now.length == 0 ? before : now),
                thread.isAlive() ? Fate.STAYS : Fate.UNDONE);
    }

    /** A thread that goes on, such as an idle one of the JDK's, would keep the classes for nothing else. */
    private static void release(Owner owner, Thread thread) {
        if (thread != Thread.currentThread() && owner.has(thread.getContextClassLoader())) {
            thread.setContextClassLoader(ThreadSearch.class.getClassLoader());
        }
    }

    private static boolean isTimer(Thread thread) {
        return thread.getClass().getName().equals(TIMER_THREAD);
    }

    private static void end(Thread thread) {
        if (isTimer(thread)) {
            cancel(thread);
        }
        thread.interrupt();
    }

    /** As {@link java.util.Timer#cancel()} does; the timer itself can't be reached from its thread. */
    private static void cancel(Thread timer) {
        Object queue = JdkFields.read(JdkFields.open(timer.getClass(), "queue"), timer);
        Field open = JdkFields.open(timer.getClass(), "newTasksMayBeScheduled");
        if (queue == null || open == null) {
            return;
        }
        try {
            Method clear = queue.getClass().getDeclaredMethod("clear");
            clear.setAccessible(true);
            synchronized (queue) {
                open.setBoolean(timer, false);
                clear.invoke(queue);
                queue.notifyAll();
            }
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException otherJava) {
            throw new IllegalStateException(otherJava);
        }
    }

    private static void await(Iterable<Thread> threads, long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            for (Thread thread : threads) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left > 0 && !HTTP_CLIENT.matcher(thread.getName()).matches()) {
                    thread.join(left);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@return the topmost line that is not the JDK's own; the topmost where there is no other} */
    private static String where(StackTraceElement[] stack) {
        @Nullable StackTraceElement found = null;
        for (StackTraceElement frame : stack) {
            boolean isForeign = frame.getModuleName() == null;
            if (found == null || isForeign) {
                found = frame;
            }
            if (isForeign) {
                break;
            }
        }
        return found == null
                ? ""
                : "at " + found.getClassName() + "." + found.getMethodName() + ":" + found.getLineNumber();
    }
}
