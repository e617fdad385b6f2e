package org.callboard.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A plugin that shows its version wherever a request can ask for it, and tells a file of what it does in the background.
 *
 * @param told the file
 */
record PreviewPlugin(String id, Path told) {

    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");

    byte[] jar(String version) {
        return background(shown(PluginJar.of(id, version), version), version).build();
    }

    private PluginJar shown(PluginJar plugin, String version) {
        return plugin.with("Sign", """
                        @Component
                        public final class Sign implements EntityCard {
                            @Override public View show(Entity entity, ViewRequest request) { return View.empty().text("%s"); }
                        }
                        """.formatted(version))
                .with("Corner", """
                        @Component
                        public final class Corner implements EntityTab {
                            @Override public View show(Entity entity, ViewRequest request) { return View.empty().text("%s"); }
                        }
                        """.formatted(version))
                .with("Welcome", """
                        @Component
                        public final class Welcome implements HomeCard {
                            @Override public View show(ViewRequest request) { return View.empty().text("%s"); }
                        }
                        """.formatted(version))
                .with("Front", """
                        @Component
                        public final class Front implements PluginPage {
                            @Override public View show(ViewRequest request) { return View.empty().text("%s"); }
                        }
                        """.formatted(version))
                .with("Tally", """
                        @Component
                        public final class Tally implements ElementCard {
                            @Override public String element() { return "tally"; }
                        }
                        """)
                .file("ui/main.js", "export default () => '" + version + "';")
                .with("Words", """
                        @Component
                        @Path("/")
                        public final class Words implements RestResource {
                            @GET @Path("word") @Produces("text/plain") @RequiresPermission("portal.use")
                            public String word() { return "%s"; }
                        }
                        """.formatted(version));
    }

    private PluginJar background(PluginJar plugin, String version) {
        return plugin.with("Told", """
                        import java.nio.file.*;
                        abstract class Told {
                            static synchronized void tell(String what) {
                                try {
                                    Files.writeString(Paths.get("%s"), "%s " + what + "\\n",
                                            StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                                } catch (IOException failure) {
                                    throw new UncheckedIOException(failure);
                                }
                            }
                        }
                        """.formatted(told, version))
                .with("Chore", """
                        import org.callboard.api.task.*;
                        @Component
                        public final class Chore extends Told implements ScheduledTask {
                            @Override public Schedule schedule() { return Schedule.every(java.time.Duration.ofSeconds(1)); }
                            @Override public void run(TaskRun run) { tell("task"); }
                        }
                        """)
                .with("Maker", """
                        import org.callboard.api.ingest.*;
                        import org.callboard.api.task.*;
                        @Component
                        public final class Maker extends Told implements EntityProvider {
                            private int runs;
                            @Override public Schedule schedule() { return Schedule.every(java.time.Duration.ofSeconds(1)); }
                            @Override public synchronized void provide(Provision provision) {
                                tell("provider");
                                provision.add(Json.object()
                                        .put("apiVersion", "backstage.io/v1alpha1")
                                        .put("kind", "Component")
                                        .put("metadata", Json.object()
                                                .put("name", "made-by-%1$s")
                                                .put("description", "run " + ++runs)
                                                .build())
                                        .put("spec", Json.object()
                                                .put("type", "service")
                                                .put("lifecycle", "production")
                                                .put("owner", "group:default/portal")
                                                .build())
                                        .build());
                            }
                        }
                        """.formatted(id))
                .with("Judge", """
                        import org.callboard.api.ingest.*;
                        @Component
                        public final class Judge extends Told implements EntityProcessor {
                            @Override public Result process(Json.Obj entity, org.callboard.api.problem.SourcePosition position) {
                                tell("processor");
                                return new Result(entity, List.of());
                            }
                        }
                        """)
                .with("Ear", """
                        import org.callboard.api.catalog.*;
                        @Component
                        public final class Ear extends Told implements CatalogListener {
                            @Override public void changed(List<CatalogEvent> events) { tell("listener"); }
                        }
                        """)
                .with("Heed", """
                        @Component
                        public final class Heed extends Told implements org.callboard.api.config.ConfigurationListener {
                            @Override public void changed() { tell("configuration"); }
                        }
                        """);
    }

    /** {@return what its revisions did in the background, each line beginning with the version} */
    List<String> deeds() {
        return Files.exists(told) ? PortalFolder.read(told).lines().toList() : List.of();
    }

    /** {@return the versions that somebody sees of it: in each place of a page, in the module that one names, and by REST} */
    List<String> seenBy(Client client) {
        String entity = "?entity=" + InstalledPlugins.SERVICE;
        return List.of(
                versionIn(client.get("/api/web-shell/cards/" + id + "/sign" + entity)),
                versionIn(client.get("/api/web-shell/tabs/" + id + "/corner" + entity)),
                versionIn(client.get("/api/web-shell/home/" + id + "/welcome")),
                versionIn(client.get("/api/web-shell/pages/at?path=/" + id)),
                versionIn(client.get(module(client))),
                versionIn(client.get("/api/" + id + "/word")));
    }

    /** {@return the address of the module that draws its card} */
    String module(Client client) {
        return client.get("/api/web-shell/cards/" + id + "/tally?entity=" + InstalledPlugins.SERVICE)
                .expect(200)
                .json()
                .path("module")
                .asText();
    }

    private static String versionIn(Answer answer) {
        String shown = answer.expect(200).text().startsWith("{")
                ? answer.json().path("model").toString()
                : answer.text();
        return VERSION.matcher(shown)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElse("none in " + shown);
    }
}
