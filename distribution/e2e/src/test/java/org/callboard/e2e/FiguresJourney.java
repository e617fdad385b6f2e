package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plugin logs, prints, asks the database and finds wrong is counted, and no more and no less than that. */
class FiguresJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Does n times what it is told to. */
    private static final String BUSY = """
            @Component
            @Path("/")
            public final class Busy implements RestResource {
                private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(Busy.class);
                @GET @Path("log") @Produces("text/plain") @RequiresPermission("portal.use")
                public String log(@QueryParam("level") String level, @QueryParam("n") int n) throws Exception {
                    for (int i = 0; i < n; i++) {
                        switch (level) {
                            case "warn": LOG.warn("line {}", i); break;
                            case "error": LOG.error("line {}", i); break;
                            case "out": System.out.println("line " + i); break;
                            case "err": System.err.println("line " + i); break;
                            case "own": own(); break;
                            default: LOG.info("line {}", i);
                        }
                    }
                    return "said";
                }
                private static void own() throws InterruptedException {
                    Thread thread = new Thread(() -> { throw new IllegalStateException("no more"); }, "busy-own");
                    thread.start();
                    thread.join();
                }
            }
            """;

    /** Finds something in every component, and says how often it has. */
    private static final String PICKY = """
            @Component
            public final class Picky implements org.callboard.api.ingest.EntityProcessor {
                static final java.util.concurrent.atomic.AtomicInteger FOUND = new java.util.concurrent.atomic.AtomicInteger();
                @Override public String title() { return "Picky"; }
                @Override public List<String> kinds() { return List.of("component"); }
                @Override
                public Result process(Json.Obj entity, org.callboard.api.problem.SourcePosition position) {
                    if (!entity.text("kind").orElse("").equals("Component")) {
                        throw new IllegalStateException("It did not ask for this one.");
                    }
                    FOUND.incrementAndGet();
                    return new Result(entity, List.of(new org.callboard.api.problem.Problem(
                            org.callboard.api.problem.Problem.Level.WARNING, "picky", null, position, "Not nice.", "Mend it.")));
                }
            }
            """;

    private static final String COUNT = """
            @Component
            @Path("/")
            public final class Count implements RestResource {
                @GET @Path("found") @Produces("text/plain") @RequiresPermission("portal.use")
                public String found() { return "" + Picky.FOUND; }
            }
            """;

    /** Has the portal ask its database for it. */
    private static final String ASKING = """
            @Component
            @Path("/")
            public final class Asking implements RestResource {
                private final org.callboard.api.plugins.Plugins plugins;
                @Activate
                public Asking(@Reference org.callboard.api.plugins.Plugins plugins) { this.plugins = plugins; }
                @GET @Path("ask") @Produces("text/plain") @RequiresPermission("portal.use")
                public String ask(@QueryParam("n") int n, @jakarta.ws.rs.core.Context jakarta.ws.rs.core.SecurityContext who) {
                    for (int i = 0; i < n; i++) { plugins.find((Caller) who.getUserPrincipal(), "e2e-asking"); }
                    return "asked";
                }
            }
            """;

    @AutoClose
    private static PortalProcess portal;

    private static Client client;

    @BeforeAll
    static void start(@TempDir Path root) {
        portal = PortalProcess.start(PortalFolder.with(root, """
                  logs:
                    linesPerSecond: 100
                """));
        client = portal.filled();
    }

    private static long figure(String plugin, String name) {
        return client.get("/api/plugins/" + plugin)
                .expect(200)
                .json()
                .path("load")
                .path(name)
                .asLong();
    }

    private static String metric(String plugin, String name) {
        String start = name + "{plugin=\"" + plugin + "\"} ";
        return client.get("/metrics")
                .expect(200)
                .text()
                .lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst()
                .orElseThrow();
    }

    /** The first request builds the plugin's REST application, which has something to say itself. */
    private static void installBusy(String id) {
        client.install(PluginJar.of(id, "1.0.0").with("Busy", BUSY).build()).expect(201);
        client.get("/api/" + id + "/log?level=info&n=0").expect(200);
    }

    @Test
    void countsWhatAPluginLogsAndPrints() {
        String id = "e2e-busy";
        installBusy(id);
        long all = figure(id, "logLines");
        long warnings = figure(id, "logWarnings");
        long errors = figure(id, "logErrors");
        Random random = new Random(21);
        for (String level : List.of("info", "warn", "error", "out", "err", "info", "warn", "error")) {
            int lines = 50 + random.nextInt(500);
            client.get("/api/" + id + "/log?level=" + level + "&n=" + lines).expect(200);
            all += lines;
            warnings += level.equals("warn") || level.equals("err") ? lines : 0;
            errors += level.equals("error") ? lines : 0;
        }
        assertEquals(all, figure(id, "logLines"));
        assertEquals(warnings, figure(id, "logWarnings"));
        assertEquals(errors, figure(id, "logErrors"));
        assertEquals(Long.toString(all), metric(id, "callboard_plugin_log_lines_total"));
        assertEquals(Long.toString(warnings), metric(id, "callboard_plugin_log_warnings_total"));
        assertEquals(Long.toString(errors), metric(id, "callboard_plugin_log_errors_total"));
    }

    @Test
    void findsInThePluginsLogWhatItPrintsAndWhatEndsItsThreads() {
        String id = "e2e-prints";
        installBusy(id);
        for (String level : List.of("out", "err", "own")) {
            client.get("/api/" + id + "/log?level=" + level + "&n=1").expect(200);
        }
        String log = client.with("Accept", "text/plain")
                .get("/api/plugins/" + id + "/logs")
                .expect(200)
                .text();
        for (String line : List.of(
                " stdout: line 0\n",
                " stderr: line 0\n",
                "Plugin 'e2e-prints' lost its thread 'busy-own'\n",
                "\tjava.lang.IllegalStateException: no more\n")) {
            assertTrue(log.contains(line), log);
        }
        assertTrue(portal.errors().contains("[e2e-prints] line 0"), portal::errors);
    }

    @Test
    void countsTheProblemsThatAProcessorFinds() {
        String id = "e2e-picky";
        client.install(PluginJar.of(id, "1.0.0")
                        .with("Picky", PICKY)
                        .with("Count", COUNT)
                        .build())
                .expect(201);
        Eventually.holds("problems", PATIENCE, () -> figure(id, "problems") > 0);
        Eventually.holds("as many as it found", PATIENCE, () -> {
            String found = client.get("/api/" + id + "/found").text();
            return found.equals(Long.toString(figure(id, "problems")))
                    && found.equals(metric(id, "callboard_plugin_problems_total"));
        });
    }

    @Test
    void countsTheStatementsThatThePortalRunsForAPlugin() {
        String id = "e2e-asking";
        client.install(PluginJar.of(id, "1.0.0").with("Asking", ASKING).build()).expect(201);
        client.get("/api/" + id + "/ask?n=1").expect(200);
        long each = figure(id, "sqlStatements");
        assertTrue(each > 0, "It asked for nothing.");
        client.get("/api/" + id + "/ask?n=100").expect(200);
        assertEquals(101 * each, figure(id, "sqlStatements"));
        double seconds =
                client.get("/api/plugins/" + id).json().at("/load/sqlSeconds").asDouble();
        assertTrue(seconds > 0, "They took no time at all.");
        assertEquals(Long.toString(101 * each), metric(id, "callboard_plugin_sql_statements_total"));
    }
}
