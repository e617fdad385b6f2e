package org.callboard.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a fresh portal takes until a query counts every entity. */
final class IngestBench {

    private static final Pattern TOTAL = Pattern.compile("\"totalItems\":([0-9]+)");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
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

    /** Waits until so many entities are visible. */
    static void await(Portal portal, int entities) throws IOException, InterruptedException {
        int visible = 0;
        while (visible < entities) {
            if (portal.age().compareTo(PATIENCE) > 0) {
                throw new IOException(
                        "After " + PATIENCE.toSeconds() + " s only " + visible + " entities were visible");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            visible = total(new String(portal.body(COUNT), StandardCharsets.UTF_8));
        }
    }

    private static int total(String body) throws IOException {
        Matcher matcher = TOTAL.matcher(body);
        if (!matcher.find()) {
            throw new IOException("No totalItems in the answer to " + COUNT.path());
        }
        return Integer.parseInt(matcher.group(1));
    }
}
