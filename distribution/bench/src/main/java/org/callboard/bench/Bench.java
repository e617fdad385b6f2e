package org.callboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Measures the distribution and prints a table. */
public final class Bench {

    private static final long SEED = 7007;

    /** Something to be measured. */
    @FunctionalInterface
    private interface Part {
        void measure() throws Exception;
    }

    private final Settings settings;
    private final Table table = new Table();
    private boolean failed;

    private Bench(Settings settings) {
        this.settings = settings;
    }

    /** Runs all benchmarks; how much they measure is in system properties. */
    public static void main(String[] arguments) throws IOException {
        Settings settings = Settings.fromProperties();
        if (!Files.isExecutable(settings.home().resolve("bin").resolve("callboard"))) {
            System.err.println("There is no bin/callboard in " + settings.home()
                    + ": build the distribution first, or say where it is with -Dcallboard.home=FOLDER.");
            System.exit(1);
        }
        Bench bench = new Bench(settings);
        bench.run();
        System.out.println();
        System.out.println(bench.table);
        System.exit(bench.failed ? 1 : 0);
    }

    private void run() throws IOException {
        delete(settings.work());
        Path catalog = settings.work().resolve("catalog");
        CatalogGenerator.write(settings.entities(), SEED, catalog);
        section("starting", () -> new StartBench(settings).measure(table));
        section("loaded portal", () -> {
            try (Portal portal =
                    Portal.start(settings.home(), settings.work().resolve("loaded"), catalog + "/*.yaml")) {
                measureLoaded(portal, catalog);
            }
        });
        section("rights", () -> new RightsBench(settings).measure(SEED, table));
    }

    private void measureLoaded(Portal portal, Path catalog) {
        section("ingest", () -> new IngestBench(settings).measure(portal, table));
        section("ingest, limits", () -> new IngestBench(settings).measureLimits(catalog, table));
        section("HTTP", () -> new HttpBench(settings).measure(portal, table));
        section("footprint", () -> new FootprintBench(settings).measure(portal, table));
        section("ingest, warm", () -> new IngestBench(settings).measureAgain(portal, catalog, table));
        section("deployment", () -> new DeployBench(settings).measure(portal, table));
        section("upgrades under load", () -> UpgradeBench.measure(settings, portal, table));
        section("browser", () -> BrowserBench.measure(settings, portal, table));
    }

    /** Runs one part; where it fails, the others are still measured. */
    private void section(String name, Part part) {
        System.out.println("Measuring: " + name);
        try {
            part.measure();
        } catch (Exception e) {
            failed = true;
            table.row(name, "failed, see above", "", "");
            System.out.println(name + " failed: " + e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
