package org.callboard.bench;

import java.io.IOException;
import java.util.Locale;

/** What the portal takes of the machine, loaded and idle. */
final class FootprintBench {

    private static final long SETTLE_MILLIS = 30_000;

    private final Settings settings;

    FootprintBench(Settings settings) {
        this.settings = settings;
    }

    void measure(Portal portal, Table table) throws IOException, InterruptedException {
        ProcessFigures figures = portal.figures();
        table.row(
                "resident memory, loaded",
                figures.residentMebibytes() + " MiB",
                "400 MB, database included",
                "619 MB, PostgreSQL not counted");
        Thread.sleep(SETTLE_MILLIS);
        double before = figures.processorSeconds();
        Thread.sleep(settings.idle().toMillis());
        double used = figures.processorSeconds() - before;
        table.row(
                "CPU when idle, of one processor",
                String.format(Locale.ROOT, "%.2f%%", 100 * used / StartBench.seconds(settings.idle())),
                "0.5%",
                "4 to 9%");
    }
}
