package org.callboard.e2e;

/** A plugin that has an extension at every point, and uses every service that plugins get. */
final class EverythingPlugin {

    static final String ID = "e2e-everything";

    private EverythingPlugin() {}

    static byte[] jar(String version) {
        return views(catalog(work(PluginJar.of(ID, version))))
                .file(
                        "ui/main.js",
                        "export default () => ({ apiVersion: 1, elements: { x: class extends HTMLElement {} } });")
                .file("migrations/0001-figures.sql", "create table figures (id bigint primary key, text varchar(100));")
                .build();
    }

    private static PluginJar views(PluginJar plugin) {
        return plugin.with("Face", """
                        @Component
                        public final class Face implements EntityCard {
                            private final org.callboard.api.storage.Tables tables;
                            private final org.callboard.api.config.Configuration configuration;
                            @Activate
                            public Face(@Reference org.callboard.api.storage.Tables tables,
                                    @Reference org.callboard.api.config.Configuration configuration,
                                    @Reference org.callboard.api.net.WebClient web, @Reference Views views,
                                    @Reference org.callboard.api.security.Audit audit) {
                                this.tables = tables;
                                this.configuration = configuration;
                            }
                            @Override public View show(Entity entity, ViewRequest request) {
                                int rows = tables.query("select count(*) from figures", row -> row.getInt(1)).get(0);
                                return View.empty().text(configuration.current(Wishes.class).greeting() + " " + (rows >= 0));
                            }
                        }
                        """)
                .with("Drawn", """
                        @Component
                        public final class Drawn implements ElementCard {
                            @Override public String element() { return "x"; }
                        }
                        """)
                .with("Leaf", """
                        @Component
                        public final class Leaf implements ElementTab {
                            @Override public String element() { return "x"; }
                        }
                        """)
                .with("Corner", """
                        @Component
                        public final class Corner implements EntityTab {
                            @Override public View show(Entity entity, ViewRequest request) { return View.empty().text("tab"); }
                        }
                        """)
                .with("Length", """
                        @Component
                        public final class Length implements CatalogColumn {
                            @Override public java.util.Map<EntityRef, Value> values(List<Entity> entities, Caller caller) {
                                return java.util.Map.of(entities.get(0).ref(), Value.of(1));
                            }
                        }
                        """)
                .with("Space", """
                        @Component
                        public final class Space implements CatalogFacet {
                            @Override public String path() { return "metadata.namespace"; }
                        }
                        """)
                .with("Welcome", """
                        @Component
                        public final class Welcome implements HomeCard {
                            @Override public View show(ViewRequest request) { return View.empty().text("home"); }
                        }
                        """)
                .with("Front", """
                        @Component
                        public final class Front implements PluginPage {
                            @Override public View show(ViewRequest request) { return View.empty().text("page"); }
                        }
                        """)
                .with("Deed", """
                        @Component
                        public final class Deed implements Command {
                            @Override public Form form(ViewRequest request) {
                                return Form.of("deed", "Do it", values -> Outcome.done("done"));
                            }
                        }
                        """)
                .with("Handle", """
                        @Component
                        public final class Handle implements EntityCommand {
                            @Override public Form form(Entity entity, ViewRequest request) {
                                return Form.of("handle", "Do it", values -> Outcome.done("done"));
                            }
                        }
                        """)
                .with("Canvas", """
                        @Component
                        public final class Canvas implements ElementPage {
                            @Override public PagePlace place() { return PagePlace.at("canvas"); }
                            @Override public String element() { return "x"; }
                        }
                        """);
    }

    private static PluginJar catalog(PluginJar plugin) {
        return plugin.with("Gadget", """
                        @Component
                        public final class Gadget implements org.callboard.api.ingest.EntityKind {
                            @Override public String kind() { return "Gadget"; }
                            @Override public List<String> apiVersions() { return List.of("e2e/v1"); }
                            @Override public List<org.callboard.api.ingest.Field> fields() { return List.of(); }
                            @Override public List<org.callboard.api.ingest.RelationRule> relations() { return List.of(); }
                        }
                        """).with("Stamp", """
                        @Component
                        public final class Stamp implements org.callboard.api.ingest.EntityProcessor {
                            @Override public Result process(Json.Obj entity, org.callboard.api.problem.SourcePosition position) {
                                return new Result(entity, List.of());
                            }
                        }
                        """).with("Ear", """
                        @Component
                        public final class Ear implements org.callboard.api.catalog.CatalogListener {
                            @Override public void changed(List<org.callboard.api.catalog.CatalogEvent> events) {}
                        }
                        """).with("Maker", """
                        @Component
                        public final class Maker implements org.callboard.api.ingest.EntityProvider {
                            @Override public org.callboard.api.task.Schedule schedule() {
                                return org.callboard.api.task.Schedule.every(java.time.Duration.ofMinutes(5));
                            }
                            @Override public void provide(org.callboard.api.ingest.Provision provision) {
                                provision.add(Json.object()
                                        .put("apiVersion", "e2e/v1")
                                        .put("kind", "Gadget")
                                        .put("metadata", Json.object().put("name", "e2e-gadget").build())
                                        .build());
                            }
                        }
                        """);
    }

    private static PluginJar work(PluginJar plugin) {
        return plugin.with("Wishes", """
                        @org.callboard.api.config.PluginConfiguration
                        public record Wishes(
                                @org.callboard.api.config.Setting(value = "What to say", fallback = "Hello") String greeting) {}
                        """)
                .with("Right", """
                        @Component
                        public final class Right implements org.callboard.api.security.PluginPermission {
                            @Override public String permission() { return "e2e-everything.use"; }
                            @Override public String description() { return "Use everything."; }
                        }
                        """)
                .with("Vault", """
                        @Component
                        public final class Vault implements org.callboard.api.config.SecretProvider {
                            @Override public String id() { return "e2e-vault"; }
                            @Override public org.callboard.api.config.LeasedSecret fetch(String key) {
                                throw new org.callboard.api.problem.PortalException(
                                        org.callboard.api.problem.ProblemKind.NOT_FOUND, "It is empty.");
                            }
                        }
                        """)
                .with("Door", """
                        @Component
                        public final class Door implements org.callboard.api.signin.SignInProvider {
                            @Override public List<org.callboard.api.signin.SignInChoice> choices() { return List.of(); }
                            @Override public org.callboard.api.signin.SignInStart begin(
                                    org.callboard.api.signin.SignInRequest request) {
                                throw new UnsupportedOperationException();
                            }
                            @Override public org.callboard.api.signin.SignedIn finish(
                                    org.callboard.api.signin.SignInAnswer answer) {
                                throw new UnsupportedOperationException();
                            }
                            @Override public org.callboard.api.signin.SignedIn refresh(String choice,
                                    org.callboard.api.signin.SignedInPerson person, org.callboard.api.signin.Kept kept) {
                                throw new UnsupportedOperationException();
                            }
                        }
                        """)
                .with("Heed", """
                        @Component
                        public final class Heed implements org.callboard.api.config.ConfigurationListener {
                            @Override public void changed() {}
                        }
                        """)
                .with("Pulse", """
                        @Component
                        public final class Pulse implements org.callboard.api.health.HealthCheck {
                            @Override public org.callboard.api.health.Health check() {
                                return org.callboard.api.health.Health.up();
                            }
                        }
                        """)
                .with("Chore", """
                        @Component
                        public final class Chore implements org.callboard.api.task.ScheduledTask {
                            private final org.callboard.api.storage.Tables tables;
                            @Activate public Chore(@Reference org.callboard.api.storage.Tables tables) { this.tables = tables; }
                            @Override public org.callboard.api.task.Schedule schedule() {
                                return org.callboard.api.task.Schedule.every(java.time.Duration.ofSeconds(1));
                            }
                            @Override public void run(org.callboard.api.task.TaskRun run) {
                                tables.update("delete from figures where id = ?", 1L);
                                tables.update("insert into figures (id, text) values (?, ?)", 1L, "one");
                            }
                        }
                        """)
                .with("Shelf", """
                        @Component
                        public final class Shelf implements org.callboard.api.search.SearchDocuments {
                            @Activate public Shelf(@Reference org.callboard.api.search.Search search) {}
                            @Override public List<org.callboard.api.search.SearchCollection> collections(Caller caller) {
                                return List.of(new org.callboard.api.search.SearchCollection("all", "1", null));
                            }
                            @Override public java.util.stream.Stream<org.callboard.api.search.SearchDocument> read(
                                    org.callboard.api.search.SearchCollection collection, Caller caller) {
                                return java.util.stream.Stream.of(new org.callboard.api.search.SearchDocument(
                                        "Everything", "", "All there is.", "/e2e-everything"));
                            }
                        }
                        """)
                .with("Typed", """
                        @Component
                        public final class Typed implements org.callboard.api.cli.CliCommand {
                            @Override public org.callboard.api.cli.CliAnswer run(org.callboard.api.cli.CliRequest request) {
                                return org.callboard.api.cli.CliAnswer.text("typed");
                            }
                        }
                        """)
                .with("Rest", """
                        @Component
                        @Path("/")
                        public final class Rest implements RestResource {
                            @GET @Path("rest") @Produces("text/plain") @RequiresPermission("portal.use")
                            public String rest() { return "rest"; }
                        }
                        """)
                .with("Raw", """
                        @Component
                        public final class Raw implements HttpEndpoint {
                            @Override public List<Route> routes() {
                                return List.of(new Route("/api/e2e-everything/raw", "portal.use"));
                            }
                            @Override public void handle(Caller caller, jakarta.servlet.http.HttpServletRequest request,
                                    jakarta.servlet.http.HttpServletResponse response) throws IOException {
                                response.getOutputStream().write("raw".getBytes());
                            }
                        }
                        """);
    }
}
