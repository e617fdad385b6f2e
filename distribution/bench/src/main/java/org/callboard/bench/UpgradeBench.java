package org.callboard.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Measures what those notice who use a plugin while it is replaced, and how soon a posted plugin is there. */
final class UpgradeBench {

    private static final int DEPLOYS = 30;
    private static final int RATE = 500;

    /** So many that none is still busy with 50 ms when its next request is due. */
    private static final int CONNECTIONS = 64;

    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Settings settings;
    private final Portal portal;
    private final Path jar;
    private int version = 1;

    private UpgradeBench(Settings settings, Portal portal, Path jar) {
        this.settings = settings;
        this.portal = portal;
        this.jar = jar;
    }

    static void measure(Settings settings, Portal portal, Table table)
            throws IOException, InterruptedException, ExecutionException {
        Path jar = WorkPlugin.build(settings.home(), settings.work().resolve("work-plugin"));
        UpgradeBench bench = new UpgradeBench(settings, portal, jar);
        long unused = bench.deploy();
        bench.deploys(table);
        bench.upgrades(table);
    }

    private void deploys(Table table) throws IOException, InterruptedException {
        Samples taken = new Samples();
        for (int number = 0; number < DEPLOYS; number++) {
            taken.add(deploy());
        }
        Samples sorted = Samples.merge(List.of(taken));
        table.row(
                "plugin jar POSTed until its route answers, " + DEPLOYS + " times",
                String.format(Locale.ROOT, "p50 %.0f ms, p95 %.0f ms", sorted.millis(0.50), sorted.millis(0.95)),
                "p95 300 ms",
                "");
    }

    /** {@return the nanoseconds from the first byte sent to an answer of the new version's route} */
    private long deploy() throws IOException, InterruptedException {
        Path next = PluginVersions.copy(
                jar, version++ + ".0.0", settings.work().resolve("work-plugin").resolve("versions"));
        long begin = System.nanoTime();
        HttpResponse<byte[]> posted = portal.postJar("/api/plugins", next);
        HttpResponse<byte[]> answer = portal.get(WorkPlugin.QUICK);
        long taken = System.nanoTime() - begin;
        if (posted.statusCode() >= 300 || answer.statusCode() != 200) {
            throw new IOException("POST of " + next.getFileName() + " answered " + posted.statusCode() + ": "
                    + new String(posted.body(), StandardCharsets.UTF_8) + ", its route " + answer.statusCode());
        }
        return taken;
    }

    private void upgrades(Table table) throws IOException, InterruptedException, ExecutionException {
        List<Call> calls = List.of(
                Call.get(WorkPlugin.QUICK),
                Call.get(WorkPlugin.QUICK),
                Call.get(WorkPlugin.QUICK),
                Call.get(WorkPlugin.QUICK),
                Call.get(WorkPlugin.SLOW));
        Load load = new Load(settings.with(CONNECTIONS), portal.port(), portal.token(), calls);
        Samples quiet = load.run(Pace.openLoop(RATE, CONNECTIONS, System.nanoTime()));
        int before = version;
        CompletableFuture<Samples> running = running(load);
        while (!running.isDone()) {
            long unused = deploy();
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        Samples busy = running.get();
        table.row(
                "a plugin's own routes at " + RATE + "/s, a fifth of them 50 ms, quiet",
                quiet.failure() == null ? quiet.latencies() : quiet.failure(),
                "",
                "");
        table.row(
                "the same while the plugin is replaced " + (version - before) + " times",
                busy.failure() == null ? busy.latencies() + ", 0 failed" : busy.failure(),
                "0 failed",
                "");
        table.beside(
                "p99 of the one to p99 of the other",
                String.format(Locale.ROOT, "%.2f, at most 2", busy.millis(0.99) / quiet.millis(0.99)));
    }

    private static CompletableFuture<Samples> running(Load load) {
        long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(10);
        return CompletableFuture.supplyAsync(() -> {
            try {
                return load.run(Pace.openLoop(RATE, CONNECTIONS, start));
            } catch (ExecutionException failure) {
                throw new IllegalStateException(failure.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        });
    }
}
