package org.callboard.core.extension;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
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
    private final int weight;
    private final @Nullable Stint outer;
    private final StatementCount.@Nullable Counter outerStatements;
    private boolean counts;
    private long cpu;
    private long allocated;

    private Stint(PluginMeter meter, int weight, @Nullable Stint outer) {
        this.meter = meter;
        this.weight = weight;
        this.outer = outer;
        this.outerStatements = StatementCount.bind(meter::statement);
    }

    /**
     * Begins on this thread; it must {@link #end} there.
     *
     * @param weight for how many stints it stands; 0 where another one stands for it
     */
    static Stint begin(PluginMeter meter, int weight) {
        @Nullable Stint outer = CURRENT.get();
        if (outer != null) {
            outer.pause();
        }
        Stint stint = new Stint(meter, weight, outer);
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
        if (weight == 0) {
            return;
        }
        cpu = THREADS.getCurrentThreadCpuTime();
        allocated = THREADS.getCurrentThreadAllocatedBytes();
        counts = true;
    }

    private synchronized void pause() {
        if (weight == 0) {
            return;
        }
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
            meter.spent(weight * (cpuNow - cpu), weight * (allocatedNow - allocated));
            cpu = cpuNow;
            allocated = allocatedNow;
        }
    }
}
