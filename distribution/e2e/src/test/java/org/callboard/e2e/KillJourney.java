package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal is killed at each step of what is done with a plugin: the next start finds the state before it or after it. */
class KillJourney {

    private static final String ID = "e2e-killed";
    private static final String USER = "e2e-leaning";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> INDEXES = Set.of("index", "search");
    private static final Pattern PASSING = Pattern.compile("(upload|inbox).*|.*\\.(part|taken|refused|tmp)");

    private final byte[] first = offering();
    private final PortalFolder folder;

    KillJourney(@TempDir Path root) {
        folder = PortalFolder.in(root);
    }

    /** What is done with the plugin: how it stands before, by version, state and versions that are kept, and after. */
    private enum Act {
        FIRST("", "1.0.0 ACTIVE"),
        UPGRADE("2.0.0 ACTIVE 1.0.0", "3.0.0 ACTIVE 2.0.0 1.0.0"),
        INBOX(UPGRADE.before, UPGRADE.after),
        ROLLBACK(UPGRADE.before, "1.0.0 ACTIVE"),
        DISABLE(UPGRADE.before, "2.0.0 DISABLED 1.0.0"),
        ENABLE(DISABLE.after, UPGRADE.before),
        REMOVE(UPGRADE.before, "");

        private final String before;
        private final String after;

        Act(String before, String after) {
            this.before = before;
            this.after = after;
        }

        /** Killed here, it was not done. */
        Step undone(String type, String method) {
            return new Step(this, type, method, before);
        }

        /** Killed here, it was done. */
        Step done(String type, String method) {
            return new Step(this, type, method, after);
        }
    }

    /** The beginning of a method, and how the plugin stands at the next start when the portal is killed there. */
    private record Step(Act act, String type, String method, String next) {

        String className() {
            return "org.callboard.core." + type;
        }

        @Override
        public String toString() {
            return act + " at " + type + "." + method;
        }
    }

    private static List<Step> steps() {
        return Stream.of(upgrade(), inbox(), others()).flatMap(List::stream).toList();
    }

    private static List<Step> upgrade() {
        return List.of(
                // the temporary file is there, is written, is checked
                Act.UPGRADE.undone("pluginstore.Upload", "copy"),
                Act.UPGRADE.undone("archive.PluginArchive", "read"),
                Act.UPGRADE.undone("lifecycle.InstallRules", "check"),
                Act.UPGRADE.undone("pluginstore.JarFolder", "fill"),
                // its bundle is there, is resolved, is started, is proven
                Act.UPGRADE.undone("revision.RevisionStarter", "resolve"),
                Act.UPGRADE.undone("revision.RevisionStarter", "startBundle"),
                Act.UPGRADE.undone("revision.RevisionStarter", "proven"),
                Act.UPGRADE.undone("revision.ActiveRevisions", "takeOver"),
                // it is being recorded, is recorded, serves
                Act.UPGRADE.undone("pluginstore.PluginStore", "want"),
                Act.UPGRADE.undone("pluginstore.PluginStore", "forgetOldest"),
                Act.UPGRADE.done("revision.ActiveRevisions", "activate"),
                Act.UPGRADE.done("lifecycle.StartQueue", "changed"),
                // the former one is left by who uses it, is drained, is stopped, is emptied
                Act.UPGRADE.done("revision.Retirement", "drainAndStop"),
                Act.UPGRADE.done("lifecycle.PluginInstaller", "startAnew"),
                Act.UPGRADE.done("revision.Revision", "drain"),
                Act.UPGRADE.done("revision.RevisionEnd", "stopBundle"),
                Act.UPGRADE.done("wiring.BundleSlots", "free"),
                // the temporary file goes, the answer is given
                Act.UPGRADE.done("pluginstore.Upload", "close"),
                Act.UPGRADE.done("http.PluginJson", "of"));
    }

    /** What lies in the inbox is installed by the next start. */
    private static List<Step> inbox() {
        return List.of(
                Act.INBOX.done("inbox.JarCopy", "of"),
                Act.INBOX.done("pluginstore.JarFolder", "fill"),
                Act.INBOX.done("pluginstore.PluginStore", "forgetOldest"),
                Act.INBOX.done("revision.ActiveRevisions", "activate"),
                Act.INBOX.done("inbox.JarCopy", "close"),
                Act.INBOX.done("inbox.InboxFolder", "delete"),
                Act.INBOX.done("inbox.JarCopy", "digest"));
    }

    private static List<Step> others() {
        return List.of(
                Act.FIRST.undone("revision.RevisionStarter", "proven"),
                Act.FIRST.undone("pluginstore.PluginStore", "forgetOldest"),
                Act.FIRST.done("revision.ActiveRevisions", "activate"),
                Act.ROLLBACK.undone("revision.ActiveRevisions", "takeOver"),
                Act.ROLLBACK.undone("pluginstore.PluginStore", "replace"),
                Act.ROLLBACK.done("revision.ActiveRevisions", "activate"),
                Act.DISABLE.undone("pluginstore.PluginStore", "wish"),
                Act.DISABLE.done("revision.ActiveRevisions", "deactivate"),
                Act.DISABLE.done("revision.RevisionEnd", "stopBundle"),
                Act.ENABLE.undone("pluginstore.PluginStore", "wish"),
                Act.ENABLE.done("revision.ActiveRevisions", "activate"),
                Act.REMOVE.undone("pluginstore.PluginStore", "forget"),
                Act.REMOVE.done("revision.ActiveRevisions", "deactivate"),
                Act.REMOVE.done("wiring.BundleSlots", "free"));
    }

    @Test
    void findsTheStateBeforeOrAfterWhereverItWasKilled() {
        int every = Repetitions.of(4, 1);
        List<Step> steps = steps();
        try (PortalProcess portal = PortalProcess.start(folder)) {
            portal.administrator().install(first).expect(201);
            portal.administrator().install(using()).expect(201);
            portal.stop();
        }
        List<Step> killed = new ArrayList<>();
        for (int number = 0; number < steps.size(); number += every) {
            try (Debugger debugger = new Debugger();
                    PortalProcess portal = PortalProcess.start(folder, 0, debugger::attach)) {
                assertFoundAgain(portal, killed);
                killed.add(steps.get(number));
                killAt(steps.get(number), portal, debugger);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("Killed during " + killed + ": " + failure.getMessage(), failure);
            }
        }
        try (PortalProcess portal = PortalProcess.start(folder)) {
            assertFoundAgain(portal, killed);
            portal.stop();
        }
        System.out.println("Killed at " + killed.size() + " steps, and as it was before or after each time");
    }

    private void killAt(Step step, PortalProcess portal, Debugger debugger) {
        prepare(portal, step.act().before);
        debugger.holdAt(step.className(), step.method());
        CompletableFuture<Void> act = CompletableFuture.runAsync(() -> begin(portal.administrator(), step.act()));
        debugger.awaitHold(step.toString());
        portal.kill();
        act.exceptionally(cutOff -> null).join();
        assertEquals(
                "0",
                new StoppedDatabase(folder).value(StoppedDatabase.ORPHANS),
                "jars without plugins, or plugins without jars");
    }

    /** Brings the plugin to where it shall stand, and lets all come to rest. */
    private void prepare(PortalProcess portal, String standing) {
        Client client = portal.administrator();
        String state = client.plugin(ID, "state");
        if (!state.isEmpty()) {
            stopping(
                    portal,
                    state.equals("ACTIVE"),
                    () -> client.delete("/api/plugins/" + ID).expect(204));
        }
        if (!standing.isEmpty()) {
            client.install(version("1.0.0")).expect(201);
            awaitUser(client, "ACTIVE");
            stopping(portal, true, () -> client.install(version("2.0.0")).expect(200));
        }
        if (standing.contains("DISABLED")) {
            stopping(portal, true, () -> client.act(ID, "disable").expect(200));
        }
        assertEquals(standing, standing(client));
        awaitUser(client, standing.contains("ACTIVE") ? "ACTIVE" : "UNRESOLVED");
    }

    private static String standing(Client client) {
        JsonNode plugin = client.get("/api/plugins/" + ID).json();
        List<String> words = new ArrayList<>(
                List.of(plugin.path("version").asText(), plugin.path("state").asText()));
        words.addAll(plugin.path("previous").findValuesAsText("version"));
        return String.join(" ", words).strip();
    }

    private static void stopping(PortalProcess portal, boolean stops, Runnable act) {
        long before = stopped(portal);
        act.run();
        Eventually.holds("the end of the former revision", PATIENCE, () -> !stops || stopped(portal) > before);
    }

    private static long stopped(PortalProcess portal) {
        return portal.errors()
                .lines()
                .filter(line -> line.contains("Stopped " + ID + " "))
                .count();
    }

    private static void awaitUser(Client client, String state) {
        Eventually.holds(
                USER + " " + state, PATIENCE, () -> client.plugin(USER, "state").equals(state));
    }

    private void begin(Client client, Act act) {
        switch (act) {
            case FIRST -> client.install(version("1.0.0"));
            case UPGRADE -> client.install(version("3.0.0"));
            case INBOX -> drop(version("3.0.0"));
            case ROLLBACK -> client.act(ID, "rollback");
            case DISABLE -> client.act(ID, "disable");
            case ENABLE -> client.act(ID, "enable");
            case REMOVE -> client.delete("/api/plugins/" + ID);
        }
    }

    private void drop(byte[] jar) {
        try {
            Files.write(folder.inbox().resolve("killed.jar"), jar);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void assertFoundAgain(PortalProcess portal, List<Step> killed) {
        Client client = portal.administrator();
        String next = killed.isEmpty()
                ? "1.0.0 ACTIVE"
                : killed.get(killed.size() - 1).next();
        try {
            Eventually.holds(next, PATIENCE, () -> standing(client).equals(next));
        } catch (AssertionError failure) {
            Answer instead = client.get("/api/plugins/" + ID);
            throw new AssertionError(
                    failure.getMessage() + ", but " + instead.text() + "\n" + portal.errors(), failure);
        }
        boolean isActive = next.contains("ACTIVE");
        Answer word = client.get("/api/" + ID + "/word").expect(isActive ? 200 : next.isEmpty() ? 404 : 503);
        assertTrue(!isActive || next.startsWith(word.text() + " "), () -> word.text() + " answers, not " + next);
        awaitUser(client, isActive ? "ACTIVE" : "UNRESOLVED");
        client.get("/api/" + USER + "/word").expect(isActive ? 200 : 503);
        assertNothingHalf(client);
    }

    /** Neither a file on its way nor one that nobody knows. */
    private void assertNothingHalf(Client client) {
        Set<String> known = new HashSet<>();
        for (JsonNode plugin : client.get("/api/plugins").expect(200).json()) {
            if (!List.of(ID, USER).contains(plugin.path("id").asText())) {
                assertEquals("ACTIVE", plugin.path("state").asText(), plugin::toString);
            }
            known.add(file(plugin));
            plugin.path("previous").forEach(former -> known.add(file(former)));
        }
        Set<String> unknown = new HashSet<>(names(folder.storage().resolve("plugin-jars")));
        unknown.removeAll(known);
        assertEquals(Set.of(), unknown, "files in the plugins' folder that no plugin has");
        List<String> passing = Stream.concat(names(folder.storage()).stream(), names(folder.inbox()).stream())
                .filter(name -> PASSING.matcher(name).matches())
                .toList();
        assertEquals(List.of(), passing);
        assertTrue(folder.isInboxTaken(), "A jar is left in the inbox.");
    }

    private static String file(JsonNode revision) {
        return revision.path("digest").asText().replace("sha256:", "") + ".jar";
    }

    /** But for the search indexes, which have files on their way whenever something is written, and clear them away themselves. */
    private static List<String> names(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            !INDEXES.contains(root.relativize(file).getName(0).toString()))
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private byte[] version(String version) {
        return JarSurgery.withHeader(first, "Bundle-Version", version);
    }

    /** A plugin that offers an API of its own and answers the version of its jar. */
    private static byte[] offering() {
        return PluginJar.of(ID, "1.0.0")
                .withApi("Greeting", "public interface Greeting { String word(); }")
                .header("Export-Package", "org.callboard.plugin.e2ekilled.api;version=1.0.0;-noimport:=true")
                .with("Words", """
                        @Component
                        @Path("/")
                        public final class Words implements RestResource, org.callboard.plugin.e2ekilled.api.Greeting {
                            @GET @Path("word") @Produces("text/plain") @RequiresPermission("portal.use")
                            @Override public String word() {
                                return org.osgi.framework.FrameworkUtil.getBundle(Words.class).getVersion().toString();
                            }
                        }
                        """)
                .build();
    }

    private static byte[] using() {
        return Plugins.using(USER, "1.0.0", "org.callboard.plugin.e2ekilled.api");
    }
}
