package org.callboard.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** How long the portal takes from the start of its process to its first 200, with the example company. */
final class StartBench {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Settings settings;

    StartBench(Settings settings) {
        this.settings = settings;
    }

    void measure(Table table) throws IOException, InterruptedException {
        List<Duration> fresh = new ArrayList<>();
        List<Duration> second = new ArrayList<>();
        Path before = settings.work().resolve("started-before");
        for (int i = 0; i < settings.starts(); i++) {
            fresh.add(start(settings.work().resolve("fresh-" + i).resolve("portal")));
        }
        liveAWhile(before);
        for (int i = 0; i < settings.starts(); i++) {
            second.add(start(before));
        }
        table.row("start to first 200, fresh", median(fresh), "4 s", "4.1 to 6 s");
        table.row("start to first 200, later", median(second), "3 s, then 2 s", "");
    }

    /** Half a minute after its first start a portal prepares its next ones. */
    private void liveAWhile(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(Portal.run(folder));
        try (Portal portal = portal(folder)) {
            while (!hasArchive(Portal.run(folder)) && portal.age().compareTo(PATIENCE) < 0) {
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
    }

    private static boolean hasArchive(Path run) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(run, "*.jsa")) {
            return files.iterator().hasNext();
        }
    }

    private Portal portal(Path folder) throws IOException, InterruptedException {
        Path example = settings.home().resolve("example").resolve("catalog-info.yaml");
        return Portal.start(settings.home(), folder, example.toString());
    }

    private Duration start(Path folder) throws IOException, InterruptedException {
        try (Portal portal = portal(folder)) {
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
