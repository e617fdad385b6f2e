package org.callboard.core.http;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What this process takes of the machine. */
final class ProcessFigures {

    private ProcessFigures() {}

    static long heapUsed() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    static long heapMost() {
        return Runtime.getRuntime().maxMemory();
    }

    static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    /** {@return the share of all processors that it took since it was last asked for, from 0 to 1; negative where that is not known} */
    static double processors() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuLoad();
    }
}
