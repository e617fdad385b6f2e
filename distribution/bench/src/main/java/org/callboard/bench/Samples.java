package org.callboard.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The latencies of the requests that one worker made, and what failed. */
final class Samples {

    private long[] nanos = new long[16 * 1024];
    private int count;
    private long failed;
    private @Nullable String failure;

    void add(long latency) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = latency;
    }

    void fail(String why) {
        failed++;
        failure = failure == null ? why : failure;
    }

    static Samples merge(List<Samples> parts) {
        Samples all = new Samples();
        for (Samples part : parts) {
            for (int i = 0; i < part.count; i++) {
                all.add(part.nanos[i]);
            }
            all.failed += part.failed;
            all.failure = all.failure == null ? part.failure : all.failure;
        }
        Arrays.sort(all.nanos, 0, all.count);
        return all;
    }

    int count() {
        return count;
    }

    /** {@return what went wrong, or null} */
    @Nullable String failure() {
        return failure == null ? null : failed + " answers failed, the first by " + failure;
    }

    /** {@return the latency that this share of the requests stayed below; of merged samples only} */
    double millis(double share) {
        return count == 0 ? Double.NaN : nanos[(int) Math.min(count - 1L, (long) (share * count))] / 1e6;
    }

    String latencies() {
        return String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms", millis(0.50), millis(0.99));
    }
}
