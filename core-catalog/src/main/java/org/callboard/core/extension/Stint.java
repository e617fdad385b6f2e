package org.callboard.core.extension;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.LongAdder;
import org.callboard.core.db.StatementCount;
import org.jspecify.annotations.Nullable;

/**
 * A thread's work for one plugin, from entering its code to leaving it. While the thread works for another plugin, or for
 * the same one a level deeper, only the inner stint counts.
 */
final class Stint {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final ThreadLocal<@Nullable Stint> CURRENT = new ThreadLocal<>();

    private final PluginMeter meter;
    private final Thread thread = Thread.currentThread();
    private final @Nullable Stint outer;
    private final @Nullable LongAdder outerStatements;
    private boolean counts;
    private long cpu;
    private long allocated;

    private Stint(PluginMeter meter, @Nullable Stint outer) {
        this.meter = meter;
        this.outer = outer;
        this.outerStatements = StatementCount.bind(meter.statements());
    }

    /** Begins on this thread; it must {@link #end} there. */
    static Stint begin(PluginMeter meter) {
        @Nullable Stint outer = CURRENT.get();
        if (outer != null) {
            outer.pause();
        }
        Stint stint = new Stint(meter, outer);
        CURRENT.set(stint);
        stint.resume();
        return stint;
    }

    void end() {
        pause();
        StatementCount.bind(outerStatements);
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
            outer.resume();
        }
    }

    private synchronized void resume() {
        cpu = THREADS.getCurrentThreadCpuTime();
        allocated = THREADS.getCurrentThreadAllocatedBytes();
        counts = true;
    }

    private synchronized void pause() {
        charge(THREADS.getCurrentThreadCpuTime(), THREADS.getCurrentThreadAllocatedBytes());
        counts = false;
    }

    /** Books what there is so far, from whichever thread: a call that never ends is seen all the same. */
    synchronized void charge() {
        if (counts) {
            charge(THREADS.getThreadCpuTime(thread.getId()), THREADS.getThreadAllocatedBytes(thread.getId()));
        }
    }

    private void charge(long cpuNow, long allocatedNow) {
        if (cpuNow >= cpu && allocatedNow >= allocated) {
            meter.spent(cpuNow - cpu, allocatedNow - allocated);
            cpu = cpuNow;
            allocated = allocatedNow;
        }
    }
}
