package org.callboard.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long the portal takes from the start of its process to its first 200, with the example company. */
final class StartBench {

    private final Settings settings;

    StartBench(Settings settings) {
        this.settings = settings;
    }

    void measure(Table table) throws IOException, InterruptedException {
        List<Duration> fresh = new ArrayList<>();
        List<Duration> second = new ArrayList<>();
        for (int i = 0; i < settings.starts(); i++) {
            Path folder = settings.work().resolve("start-" + i);
            fresh.add(start(folder));
            second.add(start(folder));
        }
        table.row("start to first 200, fresh", median(fresh), "4 s", "4.1 to 6 s");
        table.row("start to first 200, second", median(second), "3 s, then 2 s", "");
    }

    private Duration start(Path folder) throws IOException, InterruptedException {
        Path example = settings.home().resolve("example").resolve("catalog-info.yaml");
        try (Portal portal = Portal.start(settings.home(), folder, example.toString())) {
            return portal.untilReady();
        }
    }

    /** {@return the middle one, with the smallest and the largest} */
    static String median(List<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%.2f s (of %d: %.2f to %.2f)",
                seconds(sorted.get(sorted.size() / 2)),
                sorted.size(),
                seconds(sorted.get(0)),
                seconds(sorted.get(sorted.size() - 1)));
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
