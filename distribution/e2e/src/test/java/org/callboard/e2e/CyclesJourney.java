package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.callboard.testkit.run.UnpackedPortal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin that uses what plugins use is replaced again and again, and nothing of its former revisions stays. */
class CyclesJourney {

    private static final String ID = "e2e-cycles";
    /** Few cycles leave the database's cache of pages half full. */
    private static final int WARM = Repetitions.of(15, 100);
    /** How much more the classes may take at the end, in percent. */
    private static final int METASPACE = 5;

    @AutoClose
    private static PortalProcess portal;

    /** How far the database's cache of pages, which is bounded, may be fuller at one look than at another, in bytes. */
    private static final long CACHES = Repetitions.of(12_000_000, 6_000_000);

    private static Client client;

    /** The profiles that the second compiler works from lie among the classes, and grow with whatever runs often. */
    @BeforeAll
    static void startWithoutProfiles(@TempDir Path root) {
        portal = PortalProcess.start(PortalFolder.in(root), 0, UnpackedPortal::shortLived);
        client = portal.filled();
    }

    @Test
    void keepsNothingOfTheRevisionsThatWereReplaced() {
        Inside inside = Inside.of(portal);
        byte[] jar = industrious();
        client.install(jar).expect(201);
        cycle(jar, 1, WARM);
        Inside.Live before = inside.live();
        int cycles = Repetitions.of(20, 1_000);
        cycle(jar, WARM + 1, WARM + cycles);
        Inside.Live after = inside.expectNothingStays(before, CACHES);
        System.out.println(cycles + " upgrades: " + before + " -> " + after);
        assertTrue(
                after.metaspace() <= before.metaspace() * (100 + METASPACE) / 100,
                () -> before.metaspace() + " -> " + after.metaspace());
    }

    private static void cycle(byte[] jar, int first, int last) {
        for (int version = first; version <= last; version++) {
            client.install(JarSurgery.withHeader(jar, "Bundle-Version", version + ".0.0"))
                    .expect(200);
            client.get("/api/" + ID + "/figures").expect(200);
            InstalledPlugins.cards(client);
        }
    }

    /** {@return a plugin that starts threads and timers, sets thread-locals, speaks HTTP and SQL, and ends all of it} */
    private static byte[] industrious() {
        return PluginJar.of(ID, "0.1.0")
                .embedding(ObjectMapper.class, JsonFactory.class, JsonProperty.class)
                .header("Import-Package", "!com.fasterxml.*,*")
                .with("Work", """
                        @Component(service = Work.class, immediate = true)
                        public final class Work {
                            static final ThreadLocal<Object> MINE = new ThreadLocal<>();
                            private final Thread thread = new Thread(this::toil, "e2e-toil");
                            private final Timer timer = new Timer("e2e-timer");
                            private final java.util.concurrent.ScheduledExecutorService pool =
                                    java.util.concurrent.Executors.newScheduledThreadPool(2);
                            private final Source source = new Source();
                            @Activate
                            public Work() throws Exception {
                                thread.start();
                                timer.schedule(new TimerTask() {
                                    @Override public void run() { MINE.set(new Work[0]); }
                                }, 0, 1_000);
                                pool.scheduleWithFixedDelay(
                                        () -> MINE.set(new Object[] {this}), 0, 10, java.util.concurrent.TimeUnit.MILLISECONDS);
                                java.sql.DriverManager.registerDriver(source);
                            }
                            private void toil() {
                                MINE.set(this);
                                try {
                                    new java.util.concurrent.CountDownLatch(1).await();
                                } catch (InterruptedException stopped) {
                                    MINE.remove();
                                }
                            }
                            @Deactivate
                            void stop() throws Exception {
                                thread.interrupt();
                                timer.cancel();
                                pool.shutdownNow();
                                java.sql.DriverManager.deregisterDriver(source);
                            }
                        }
                        """)
                .with("Source", """
                        final class Source implements java.sql.Driver {
                            @Override public java.sql.Connection connect(String url, Properties info) { return null; }
                            @Override public boolean acceptsURL(String url) { return url.startsWith("jdbc:e2e:"); }
                            @Override public java.sql.DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
                                return new java.sql.DriverPropertyInfo[0];
                            }
                            @Override public int getMajorVersion() { return 1; }
                            @Override public int getMinorVersion() { return 0; }
                            @Override public boolean jdbcCompliant() { return false; }
                            @Override public java.util.logging.Logger getParentLogger() { return null; }
                        }
                        """)
                .with("Figures", """
                        @Component
                        @Path("/")
                        public final class Figures implements RestResource {
                            public record Figure(String name, List<Integer> values) {}
                            private static final java.net.http.HttpClient HTTP = java.net.http.HttpClient.newHttpClient();
                            private static final com.fasterxml.jackson.databind.ObjectMapper JSON =
                                    new com.fasterxml.jackson.databind.ObjectMapper();
                            private static final ThreadLocal<Figure> LAST = new ThreadLocal<>();
                            @GET @Path("figures") @Produces("application/json") @RequiresPermission("portal.use")
                            public Figure figures(@jakarta.ws.rs.core.Context jakarta.servlet.http.HttpServletRequest request)
                                    throws Exception {
                                Figure figure = new Figure("ready", List.of(1, 2));
                                LAST.set(figure);
                                var ready = java.net.http.HttpRequest.newBuilder(java.net.URI.create(
                                        "http://127.0.0.1:" + request.getLocalPort() + "/health/live")).build();
                                HTTP.send(ready, java.net.http.HttpResponse.BodyHandlers.ofString());
                                LAST.remove();
                                return JSON.readValue(JSON.writeValueAsBytes(figure), Figure.class);
                            }
                        }
                        """)
                .with("Sign", """
                        @Component
                        public final class Sign implements EntityCard {
                            @Override public CardPlace place() {
                                return CardPlace.EVERYWHERE.kinds("Component").types("service");
                            }
                            @Override public View show(Entity entity, ViewRequest request) {
                                return View.empty().text("signed");
                            }
                        }
                        """)
                .with("Ear", """
                        @Component
                        public final class Ear implements org.callboard.api.catalog.CatalogListener {
                            @Override public void changed(List<org.callboard.api.catalog.CatalogEvent> events) {}
                        }
                        """)
                .with("Stamp", """
                        @Component
                        public final class Stamp implements org.callboard.api.ingest.EntityProcessor {
                            @Override public Result process(Json.Obj entity, org.callboard.api.problem.SourcePosition position) {
                                return new Result(entity, List.of());
                            }
                        }
                        """)
                .build();
    }
}
