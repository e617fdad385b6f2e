package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.callboard.e2e.RandomRevision.Fault;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done with plugins, in any order: what the plan says is what happens, and no other plugin is touched. */
class RandomDeploysJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int VERSIONS = 6;
    private static final List<Fault> FAULTS =
            List.of(Fault.NONE, Fault.NONE, Fault.NONE, Fault.NONE, Fault.NONE, Fault.LACKS, Fault.THROWS, Fault.SICK);

    @AutoClose
    private static PortalProcess portal;

    private static Client client;

    private final long seed = Long.getLong("random.seed", 4_711);
    private final Random random = new Random(seed);
    private final int plugins = 5 + random.nextInt(4);
    private final Map<RandomRevision, byte[]> jars = new HashMap<>();
    private final Map<String, RandomRevision> known = new HashMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    @BeforeAll
    static void start(@TempDir Path root) {
        portal = PortalProcess.start(PortalFolder.in(root));
        client = portal.administrator();
    }

    /** All plugins, and what the instances of those of this test say of themselves. */
    private record Sight(Map<String, JsonNode> plugins, Map<String, String> marks) {

        static Sight now() {
            Map<String, JsonNode> plugins = new TreeMap<>();
            Map<String, String> marks = new TreeMap<>();
            for (JsonNode plugin : client.get("/api/plugins").expect(200).json()) {
                String id = plugin.path("id").asText();
                plugins.put(id, plugin);
                if (plugin.path("state").asText().equals("ACTIVE") && id.startsWith("e2e-random-")) {
                    marks.put(id, client.get("/api/" + id + "/mark").expect(200).text());
                }
            }
            return new Sight(plugins, marks);
        }

        String state(String id) {
            JsonNode plugin = plugins.get(id);
            return plugin == null ? "" : plugin.path("state").asText();
        }

        boolean isActive(String id) {
            return state(id).equals("ACTIVE");
        }

        /** {@return what tells whether any of these was started, stopped or replaced} */
        Map<String, String> revisions(Set<String> but) {
            Map<String, String> revisions = new TreeMap<>();
            plugins.forEach((id, plugin) -> {
                String since = isActive(id) ? plugin.path("since").asText() : "";
                revisions.put(
                        id,
                        String.join(
                                " ",
                                plugin.path("version").asText(),
                                plugin.path("digest").asText(),
                                state(id),
                                since,
                                marks.getOrDefault(id, "")));
            });
            revisions.keySet().removeAll(but);
            return revisions;
        }

        Set<String> contributions(String id) {
            return plugins.containsKey(id) ? names(plugins.get(id).path("contributes")) : Set.of();
        }

        static Set<String> names(JsonNode extensions) {
            Set<String> names = new TreeSet<>();
            extensions.forEach(extension -> names.add(extension.path("point").asText() + "/"
                    + extension.path("id").asText()));
            return names;
        }
    }

    /** The plugins that others' coming and going stops, and those that it starts. */
    private record Ripples(Set<String> stops, Set<String> starts) {

        Set<String> all() {
            Set<String> all = new TreeSet<>(stops);
            all.addAll(starts);
            return all;
        }
    }

    /** What becomes of the others when a plugin comes to serve with this revision, or, where that is null, ends. */
    private Ripples ripples(Sight before, String id, RandomRevision now) {
        Ripples ripples = new Ripples(new TreeSet<>(), new TreeSet<>());
        RandomRevision offering = now;
        boolean changes = true;
        int number = Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
        for (int user = number + 1; number < RandomRevision.CHAIN && user < RandomRevision.CHAIN && changes; user++) {
            String using = RandomRevision.id(user);
            boolean ran = before.isActive(using);
            boolean wanted = ran || before.state(using).equals("UNRESOLVED");
            boolean runs = wanted && offering != null && offering.offers();
            if (ran) {
                ripples.stops().add(using);
            }
            if (runs) {
                ripples.starts().add(using);
            }
            changes = ran || runs;
            offering = runs ? revision(before, using) : null;
        }
        return ripples;
    }

    private RandomRevision revision(Sight sight, String id) {
        return Objects.requireNonNull(
                known.get(sight.plugins().get(id).path("digest").asText()));
    }

    @Test
    void doesWhatThePlanSaysAndTouchesNobodyElse() {
        Sight last = Sight.now();
        int acts = Repetitions.of(20, 200);
        for (int number = 1; number <= acts; number++) {
            String act = "nothing yet";
            try {
                act = chosen(last);
                // nothing has happened since the last act came to rest
                assertEquals(last.revisions(Set.of()), Sight.now().revisions(Set.of()));
                last = act.startsWith("install") ? install(last) : steer(last, act);
                portal.anyone().get("/health/ready").expect(200);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError(
                        "-Drandom.seed=" + seed + ", act " + number + ", " + act + ": " + failure.getMessage(),
                        failure);
            }
        }
        System.out.println(acts + " random deploys of " + plugins + " plugins: " + counts);
    }

    private String chosen(Sight before) {
        boolean isEmpty = before.plugins().keySet().stream().noneMatch(id -> id.startsWith("e2e-random-"));
        return switch (isEmpty ? 9 : random.nextInt(10)) {
            case 0 -> "remove";
            case 1 -> "disable";
            case 2, 3 -> "enable";
            case 4 -> "rollback";
            default -> "install";
        };
    }

    private Sight install(Sight before) {
        RandomRevision revision = next();
        byte[] jar = jars.computeIfAbsent(revision, RandomRevision::jar);
        known.put(PluginJar.digest(jar), revision);
        String terms = random.nextInt(3) == 0 ? "" : "downgrade=allow";
        JsonNode plan = client.install(jar, "?dryRun=true&" + terms).expect(200).json();
        assertEquals(before.revisions(Set.of()), Sight.now().revisions(Set.of()), "The plan changed something.");
        Answer answer = client.install(jar, "?" + terms);
        try {
            Sight after = compared(before, revision, plan, answer);
            count(answer.status() < 300 ? plan.path("action").asText() : "refuse " + revision.fault());
            return after;
        } catch (AssertionError failure) {
            throw new AssertionError(
                    revision + " " + terms + " with the plan " + plan + " was answered with " + answer.text() + ": "
                            + failure.getMessage(),
                    failure);
        }
    }

    private RandomRevision next() {
        Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
        return new RandomRevision(random.nextInt(plugins), 1 + random.nextInt(VERSIONS), fault);
    }

    private Sight compared(Sight before, RandomRevision revision, JsonNode plan, Answer answer) {
        String id = revision.id();
        assertEquals(id, plan.path("id").asText());
        if (plan.path("action").asText().equals("refuse")) {
            answer.expectError(422);
            String why = plan.at("/diagnosis/summary").asText() + " "
                    + plan.at("/diagnosis/cause").asText();
            assertEquals(why, answer.message());
            assertEquals(plan.at("/diagnosis/fix").asText(), answer.hint());
            return unmoved(before, Set.of());
        }
        assertEquals(
                before.isActive(id) ? "replace" : "install", plan.path("action").asText());
        if (!revision.canStart()) {
            answer.expectError(422);
            return unmoved(before, Set.of());
        }
        answer.expect(before.isActive(id) ? 200 : 201);
        assertEquals(version(before, id), plan.path("from").asText(""));
        boolean isSame = before.isActive(id) && revision(before, id).equals(revision);
        Ripples ripples = isSame ? new Ripples(Set.of(), Set.of()) : ripples(before, id, revision);
        assertEquals(ripples.stops(), texts(plan.path("stops")), "stops of the plan");
        assertEquals(ripples.starts(), texts(plan.path("starts")), "starts of the plan");
        Sight after = isSame ? unmoved(before, Set.of()) : settled(before, id, ripples);
        assertEquals(plan.path("to").asText(), version(after, id));
        assertExtensions(before.contributions(id), after.contributions(id), plan, isSame);
        return after;
    }

    private static String version(Sight sight, String id) {
        return sight.isActive(id) ? sight.plugins().get(id).path("version").asText() : "";
    }

    private static void assertExtensions(Set<String> before, Set<String> after, JsonNode plan, boolean isSame) {
        Set<String> adds = new TreeSet<>(after);
        adds.removeAll(before);
        Set<String> removes = new TreeSet<>(before);
        removes.removeAll(after);
        Set<String> changes = new TreeSet<>(isSame ? Set.of() : after);
        changes.retainAll(before);
        assertEquals(adds, Sight.names(plan.path("adds")), "adds");
        assertEquals(removes, Sight.names(plan.path("removes")), "removes");
        assertEquals(changes, Sight.names(plan.path("changes")), "changes");
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** {@return what there is, in which all but these plugins must be as before} */
    private static Sight unmoved(Sight before, Set<String> but) {
        Sight after = Sight.now();
        assertEquals(before.revisions(but), after.revisions(but), "what nobody may touch");
        return after;
    }

    /** Waits for those that the act stops and starts; all others must be as before. */
    private static Sight settled(Sight before, String id, Ripples ripples) {
        Eventually.holds("the stops and starts of " + ripples, PATIENCE, () -> {
            Sight now = Sight.now();
            return ripples.all().stream().allMatch(other -> {
                String mark = now.marks().get(other);
                return ripples.starts().contains(other)
                        ? mark != null && !mark.equals(before.marks().get(other))
                        : now.state(other).equals("UNRESOLVED");
            });
        });
        Set<String> moved = new LinkedHashSet<>(ripples.all());
        moved.add(id);
        return unmoved(before, moved);
    }

    /** Disables, enables, removes or takes back one of the plugins that there are, or one that there isn't. */
    private Sight steer(Sight before, String act) {
        String id = RandomRevision.id(random.nextInt(plugins));
        Answer answer = act.equals("remove") ? client.delete("/api/plugins/" + id) : client.act(id, act);
        count(act + " " + answer.status());
        if (before.state(id).isEmpty()) {
            answer.expectError(404);
            return unmoved(before, Set.of());
        }
        return switch (act) {
            case "remove" -> ended(before, id, answer.expect(204), "");
            case "disable" -> ended(before, id, answer.expect(200), "DISABLED");
            case "enable" -> enabled(before, id, answer);
            default -> back(before, id, answer);
        };
    }

    private Sight ended(Sight before, String id, Answer answer, String state) {
        Sight after = settled(before, id, before.isActive(id) ? ripples(before, id, null) : none());
        assertEquals(state, after.state(id), answer::text);
        client.get("/api/" + id + "/mark").expect(state.isEmpty() ? 404 : 503);
        return after;
    }

    private Sight enabled(Sight before, String id, Answer answer) {
        if (before.isActive(id)) {
            answer.expect(200);
            return unmoved(before, Set.of());
        }
        return served(before, id, answer, revision(before, id));
    }

    private Sight back(Sight before, String id, Answer answer) {
        JsonNode former = before.plugins().get(id).path("previous").path(0);
        if (former.isMissingNode()) {
            answer.expectError(409);
            return unmoved(before, Set.of());
        }
        return served(
                before,
                id,
                answer,
                Objects.requireNonNull(known.get(former.path("digest").asText())));
    }

    /** A revision that ran before runs again, unless what it needs of another has gone. */
    private Sight served(Sight before, String id, Answer answer, RandomRevision revision) {
        boolean isUser = revision.number() > 0 && revision.number() < RandomRevision.CHAIN;
        String provider = RandomRevision.id(revision.number() - 1);
        if (isUser && !(before.isActive(provider) && revision(before, provider).offers())) {
            answer.expectError(422);
            return unmoved(before, Set.of());
        }
        answer.expect(200);
        Sight after = settled(before, id, ripples(before, id, revision));
        assertTrue(after.isActive(id), answer::text);
        assertEquals(revision, revision(after, id));
        return after;
    }

    private static Ripples none() {
        return new Ripples(Set.of(), Set.of());
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }
}
