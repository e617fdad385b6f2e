package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.callboard.e2e.RandomRevision.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that are no good neighbours: the others and the portal go on as if they were not there. */
class NeighbourJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final RandomRevision GOOD = new RandomRevision(5, 1, Fault.NONE);

    @AutoClose
    private static PortalProcess portal;

    private static Client client;
    private static Path descriptor;

    private Load others;
    private InstalledPlugins before;
    private String mark;

    @BeforeAll
    static void start(@TempDir Path root) throws IOException {
        descriptor = root.resolve("catalog-info.yaml");
        describe("unchanged");
        portal = PortalProcess.start(PortalFolder.with(root, """
                catalog:
                  locations:
                    - type: file
                      target: %s
                """.formatted(descriptor)));
        client = portal.administrator();
        client.install(GOOD.jar()).expect(201);
    }

    private static void describe(String title) throws IOException {
        Files.writeString(descriptor, """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: shop
                  title: %s
                spec:
                  type: service
                  lifecycle: production
                  owner: team
                """.formatted(title));
    }

    @BeforeEach
    void watchTheOthers() {
        before = InstalledPlugins.of(client);
        mark = mark();
        others = new Load(client).on(2, "/api/" + GOOD.id() + "/mark").on(1, "/health/ready");
        others.awaitAnswers();
    }

    @AfterEach
    void nobodyElseWasTouched() {
        others.awaitAnswers();
        others.stop();
        assertEquals(List.of(), others.failures());
        assertEquals(mark, mark());
        InstalledPlugins now = InstalledPlugins.of(client);
        assertTrue(
                now.revisions().entrySet().containsAll(before.revisions().entrySet()),
                () -> before + " has become " + now);
    }

    private static String mark() {
        return client.get("/api/" + GOOD.id() + "/mark").expect(200).text();
    }

    @Test
    void isReadyWhateverPluginsSayOfTheirHealth() {
        Map<String, String> checks = Map.of(
                "e2e-hangs", "new java.util.concurrent.CountDownLatch(1).await();",
                "e2e-says-no", "return org.callboard.api.health.Health.down(\"The well is dry.\");",
                "e2e-throws", "throw new AssertionError(\"The well is dry.\");");
        checks.forEach((id, later) -> client.install(checked(id, later)).expect(201));
        for (String id : checks.keySet()) {
            Eventually.holds(
                    "a word on the health of " + id,
                    PATIENCE,
                    () -> List.of("DEGRADED", "QUARANTINED").contains(client.plugin(id, "state")));
            assertFalse(client.get("/api/plugins/" + id)
                    .json()
                    .path("diagnosis")
                    .path("cause")
                    .asText()
                    .isBlank());
            client.delete("/api/plugins/" + id).expect(204);
        }
    }

    /** {@return a plugin whose health check is up once} */
    private static byte[] checked(String id, String later) {
        return PluginJar.of(id, "1.0.0").with("Well", """
                        @Component
                        public final class Well implements org.callboard.api.health.HealthCheck {
                            private final java.util.concurrent.atomic.AtomicInteger asked =
                                    new java.util.concurrent.atomic.AtomicInteger();
                            @Override public org.callboard.api.health.Health check() {
                                try {
                                    if (asked.getAndIncrement() > 0) { %s }
                                } catch (Exception stopped) {
                                    Thread.currentThread().interrupt();
                                }
                                return org.callboard.api.health.Health.up();
                            }
                        }
                        """.formatted(later)).build();
    }

    /** One hangs, one throws, and one hears of all. */
    @Test
    void tellsTheOthersOfChangesWhateverAListenerDoes() throws IOException {
        client.install(listening("e2e-deaf", "new java.util.concurrent.CountDownLatch(1).await();"))
                .expect(201);
        client.install(listening("e2e-cross", "if (heard.get() > 0) { throw new Error(\"leave me alone\"); }"))
                .expect(201);
        client.install(listening("e2e-hears", "")).expect(201);
        int heard = heard();
        for (int change = 1; change <= 3; change++) {
            int soFar = heard;
            describe("changed " + change);
            Eventually.holds("word of the change", PATIENCE, () -> heard() > soFar);
            heard = heard();
        }
        for (String id : List.of("e2e-deaf", "e2e-cross", "e2e-hears")) {
            client.delete("/api/plugins/" + id).expect(204);
        }
    }

    private static int heard() {
        return Integer.parseInt(client.get("/api/e2e-hears/heard").expect(200).text());
    }

    private static byte[] listening(String id, String body) {
        return PluginJar.of(id, "1.0.0").with("Ear", """
                        @Component(service = {RestResource.class, org.callboard.api.catalog.CatalogListener.class})
                        @Path("/")
                        public final class Ear implements RestResource, org.callboard.api.catalog.CatalogListener {
                            private final java.util.concurrent.atomic.AtomicInteger heard =
                                    new java.util.concurrent.atomic.AtomicInteger();
                            @GET @Path("heard") @Produces("text/plain") @RequiresPermission("portal.use")
                            public String heard() { return heard.toString(); }
                            @Override public void changed(List<org.callboard.api.catalog.CatalogEvent> events) {
                                heard.incrementAndGet();
                                try {
                                    Thread.sleep(0);
                                    %s
                                } catch (InterruptedException stopped) {
                                    Thread.currentThread().interrupt();
                                }
                            }
                        }
                        """.formatted(body)).build();
    }

    @Test
    void caresNotForServicesThatComeAndGoAllTheTime() {
        String id = "e2e-flaps";
        byte[] jar = PluginJar.of(id, "1.0.0")
                .with("Sign", """
                        public final class Sign implements EntityCard {
                            @Override public View show(Entity entity, ViewRequest request) { return View.empty(); }
                        }
                        """)
                .with("Start", """
                        public final class Start implements org.osgi.framework.BundleActivator {
                            private final Thread flapping = new Thread(this::flap, "flapping");
                            private org.osgi.framework.BundleContext context;
                            private volatile boolean over;
                            public void start(org.osgi.framework.BundleContext own) {
                                context = own;
                                flapping.start();
                            }
                            private void flap() {
                                while (!over) {
                                    context.registerService(EntityCard.class, new Sign(), null).unregister();
                                }
                            }
                            public void stop(org.osgi.framework.BundleContext own) throws Exception {
                                over = true;
                                flapping.join();
                            }
                        }
                        """)
                .header("Bundle-Activator", "org.callboard.plugin.e2eflaps.Start")
                .build();
        client.install(jar).expect(201);
        client.install(Plugins.rest("e2e-beside", "1.0.0")).expect(201);
        others.awaitAnswers();
        client.install(Plugins.rest("e2e-beside", "1.0.1")).expect(200);
        assertEquals("1.0.1", client.get("/api/e2e-beside/word").expect(200).text());
        client.delete("/api/plugins/e2e-beside").expect(204);
        client.delete("/api/plugins/" + id).expect(204);
    }
}
