package org.callboard.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How long a portal takes until a query counts every entity: a fresh one, and one that has been running for a while. */
final class IngestBench {

    private static final Pattern TOTAL = Pattern.compile("\"totalItems\":([0-9]+)");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long SETTLE_MILLIS = 3_000;

    /** Asking more often takes processor time from what is measured. */
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final Call COUNT = Call.get("/api/catalog/entities/by-query?limit=0&filter="
            + "kind=component,kind=api,kind=resource,kind=system,kind=domain,kind=group,kind=user");

    private final Settings settings;

    IngestBench(Settings settings) {
        this.settings = settings;
    }

    void measure(Portal portal, Table table) throws IOException, InterruptedException {
        await(portal, settings.entities());
        Duration whole = portal.age();
        table.row(
                "ingest until " + settings.entities() + " are visible",
                String.format(
                        Locale.ROOT,
                        "%.2f s (%.2f s from process start)",
                        StartBench.seconds(whole.minus(portal.untilReady())),
                        StartBench.seconds(whole)),
                "5 s",
                "167 s quiet, 228 s busy");
    }

    /** Has each of the libraries that do the most of it do its part alone. */
    void measureLimits(Path catalog, Table table) throws IOException, InterruptedException {
        for (String library : List.of(BareIngest.YAML, BareIngest.H2, BareIngest.LUCENE)) {
            Path work = settings.work().resolve("bare-" + library);
            Process bare = new ProcessBuilder(BareCommand.of(settings, BareIngest.class, library, catalog, work))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String taken = new String(bare.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (bare.waitFor() != 0) {
                throw new IOException("The part of " + library + " could not be measured");
            }
            table.beside("the part of " + library + " alone, in a process of its own", taken);
        }
    }

    /** Takes all files away and puts them back. */
    void measureAgain(Portal portal, Path catalog, Table table) throws IOException, InterruptedException {
        Path away = settings.work().resolve("away");
        move(catalog, away);
        await(portal, 0);
        Thread.sleep(SETTLE_MILLIS);
        long begin = System.nanoTime();
        move(away, catalog);
        await(portal, settings.entities());
        table.row(
                "the same " + settings.entities() + " once more, the portal being warm",
                String.format(Locale.ROOT, "%.2f s", StartBench.seconds(Duration.ofNanos(System.nanoTime() - begin))),
                "",
                "");
    }

    private static void move(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        List<Path> files;
        try (Stream<Path> listed = Files.list(from)) {
            files = listed.sorted().toList();
        }
        for (Path file : files) {
            Files.move(file, to.resolve(file.getFileName()));
        }
    }

    /** Waits until exactly so many entities are visible. */
    static void await(Portal portal, int entities) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int visible = count(portal);
        while (visible != entities) {
            if (System.nanoTime() > end) {
                throw new IOException(
                        "After " + PATIENCE.toSeconds() + " s " + visible + " entities were visible, not " + entities);
            }
            LockSupport.parkNanos(POLL_NANOS);
            visible = count(portal);
        }
    }

    private static int count(Portal portal) throws IOException, InterruptedException {
        return total(new String(portal.body(COUNT), StandardCharsets.UTF_8));
    }

    private static int total(String body) throws IOException {
        Matcher matcher = TOTAL.matcher(body);
        if (!matcher.find()) {
            throw new IOException("No totalItems in the answer to " + COUNT.path());
        }
        return Integer.parseInt(matcher.group(1));
    }
}
