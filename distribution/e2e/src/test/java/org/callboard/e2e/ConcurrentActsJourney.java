package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.callboard.e2e.RandomRevision.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that come all at once, for one plugin and for several: each is answered, and what is said is what runs. */
class ConcurrentActsJourney {

    private static final int AT_ONCE = 100;
    private static final int PLUGINS = RandomRevision.CHAIN + 1;
    private static final int VERSIONS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<Fault> FAULTS =
            List.of(Fault.NONE, Fault.NONE, Fault.NONE, Fault.NONE, Fault.THROWS, Fault.SICK, Fault.LACKS);

    private final PortalFolder folder;
    private final Random random = new Random(2_024);
    private final Map<RandomRevision, byte[]> jars = new HashMap<>();

    ConcurrentActsJourney(@TempDir Path root) {
        folder = PortalFolder.in(root);
    }

    @Test
    void areAnsweredAndLeaveWhatThePortalSays() {
        Map<String, String> end;
        try (PortalProcess portal = PortalProcess.start(folder)) {
            Client client = portal.administrator();
            InstalledPlugins others = InstalledPlugins.of(client);
            Inside.Live before = Inside.of(portal).live();
            int storms = Repetitions.of(1, 6);
            for (int storm = 0; storm < storms; storm++) {
                storm(portal, PLUGINS);
                settled(client);
                storm(portal, 1);
                settled(client);
            }
            end = settled(client);
            assertServes(client, end);
            InstalledPlugins now = InstalledPlugins.of(client);
            for (int number = 0; number < PLUGINS; number++) {
                now = now.without(RandomRevision.id(number));
            }
            assertEquals(others, now);
            assertNothingRunsThatIsNotNamed(portal, before, end);
            portal.anyone().get("/health/ready").expect(200);
            portal.stop();
        }
        assertEquals("0", new StoppedDatabase(folder).value(StoppedDatabase.ORPHANS));
        try (PortalProcess portal = PortalProcess.start(folder)) {
            assertEquals(
                    started(end), settled(portal.administrator()), "what the store says, and what the portal said");
        }
    }

    /** A hundred commands, each on a thread of its own, which all begin at the same moment. */
    private void storm(PortalProcess portal, int plugins) {
        List<Function<Client, Answer>> commands = new ArrayList<>();
        for (int number = 0; number < AT_ONCE; number++) {
            commands.add(command(random.nextInt(plugins)));
        }
        // its connections are new: one that has been idle for long may be closed in the moment of its use
        Client client = portal.administrator().waiting(PATIENCE);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        CountDownLatch begin = new CountDownLatch(1);
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (Function<Client, Answer> command : commands) {
            answers.add(CompletableFuture.supplyAsync(
                    () -> {
                        await(begin);
                        return command.apply(client);
                    },
                    threads));
        }
        begin.countDown();
        Map<Integer, Integer> counts = new TreeMap<>();
        for (CompletableFuture<Answer> coming : answers) {
            Answer answer = coming.join();
            counts.merge(answer.status(), 1, Integer::sum);
            if (answer.status() >= 300) {
                assertTrue(answer.status() < 500 || answer.status() == 503, answer::text);
                answer.expectError(answer.status());
            }
        }
        threads.shutdown();
        System.out.println(AT_ONCE + " commands at once for " + plugins + " plugins were answered with " + counts);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Function<Client, Answer> command(int number) {
        String id = RandomRevision.id(number);
        return switch (random.nextInt(9)) {
            case 0 -> client -> client.delete("/api/plugins/" + id);
            case 1 -> client -> client.act(id, "disable");
            case 2 -> client -> client.act(id, "enable");
            case 3 -> client -> client.act(id, "rollback");
            default -> {
                Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
                byte[] jar = jars.computeIfAbsent(
                        new RandomRevision(number, 1 + random.nextInt(VERSIONS), fault), RandomRevision::jar);
                yield client -> client.install(jar, "?downgrade=allow");
            }
        };
    }

    /** {@return how each plugin stands, once that is the same at two looks, with nothing on its way} */
    private static Map<String, String> settled(Client client) {
        Map<String, String> last = new TreeMap<>();
        try {
            Eventually.holds("that all is at rest", PATIENCE, () -> isAtRest(client, last));
        } catch (AssertionError failure) {
            throw new AssertionError(failure.getMessage() + ", but " + last, failure);
        }
        return last;
    }

    private static boolean isAtRest(Client client, Map<String, String> last) {
        Map<String, String> now = standings(client);
        boolean isAtRest = now.equals(last)
                && now.values().stream().noneMatch(standing -> standing.startsWith("STARTING"))
                && now.entrySet().stream().allMatch(plugin -> isRight(plugin.getKey(), now));
        last.clear();
        last.putAll(now);
        return isAtRest;
    }

    /** What uses another's API runs where that offers it, and waits where not. */
    private static boolean isRight(String id, Map<String, String> standings) {
        return !isLink(id)
                || standings.get(id).startsWith("DISABLED")
                || isOffered(id, standings) == standings.get(id).startsWith("ACTIVE");
    }

    private static boolean isLink(String id) {
        return number(id) > 0 && number(id) < RandomRevision.CHAIN;
    }

    private static boolean isOffered(String id, Map<String, String> standings) {
        String provider = standings.getOrDefault(RandomRevision.id(number(id) - 1), "");
        return provider.startsWith("ACTIVE") && !provider.contains(" 3.0.0 ");
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
    }

    /** {@return how they stand after a start}: what failed, and whose other has gone since, only waits then */
    private static Map<String, String> started(Map<String, String> standings) {
        Map<String, String> started = new TreeMap<>(standings);
        started.replaceAll((id, standing) ->
                isLink(id) && !isOffered(id, standings) ? standing.replaceFirst("^FAILED", "UNRESOLVED") : standing);
        return started;
    }

    private static Map<String, String> standings(Client client) {
        Map<String, String> standings = new TreeMap<>();
        for (JsonNode plugin : client.get("/api/plugins").expect(200).json()) {
            if (plugin.path("id").asText().startsWith("e2e-random-")) {
                standings.put(
                        plugin.path("id").asText(),
                        plugin.path("state").asText() + " "
                                + plugin.path("version").asText() + " "
                                + plugin.path("digest").asText());
            }
        }
        return standings;
    }

    private static void assertServes(Client client, Map<String, String> standings) {
        for (int number = 0; number < PLUGINS; number++) {
            String id = RandomRevision.id(number);
            String standing = standings.getOrDefault(id, "");
            boolean isActive = standing.startsWith("ACTIVE");
            Answer version =
                    client.get("/api/" + id + "/version").expect(isActive ? 200 : standing.isEmpty() ? 404 : 503);
            assertTrue(!isActive || standing.contains(" " + version.text() + " "), () -> standing + version.text());
        }
    }

    private static void assertNothingRunsThatIsNotNamed(
            PortalProcess portal, Inside.Live before, Map<String, String> standings) {
        long active = standings.values().stream()
                .filter(standing -> standing.startsWith("ACTIVE"))
                .count();
        Inside inside = Inside.of(portal);
        Eventually.holds("the end of all other revisions", PATIENCE, () -> {
            Inside.Live now = inside.live();
            return now.loaders() <= before.loaders() + active && now.threads() <= before.threads();
        });
    }
}
