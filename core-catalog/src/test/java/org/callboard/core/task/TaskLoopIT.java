package org.callboard.core.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.callboard.api.plugins.PluginInfo.Role;
import org.callboard.api.problem.PortalException;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.task.Schedule;
import org.callboard.api.task.ScheduledTask;
import org.callboard.api.task.TaskInfo;
import org.callboard.api.task.TaskInfo.Outcome;
import org.callboard.api.task.TaskInfo.State;
import org.callboard.api.task.TaskRun;
import org.callboard.core.SetClock;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.db.Database;
import org.callboard.core.db.TestDatabase;
import org.callboard.core.extension.ActiveExtension;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.callboard.core.extension.ForeignCall;
import org.callboard.core.extension.PluginEntries;
import org.callboard.core.extension.PluginLimits;
import org.callboard.core.session.PluginCaller;
import org.callboard.core.session.PortalCaller;
import org.callboard.core.store.ProvidedStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class TaskLoopIT {

    private static final Schedule NIGHTLY = Schedule.daily(LocalTime.of(3, 0), ZoneOffset.UTC);

    @Parameter
    private TestDatabase server;

    @TempDir
    private Path folder;

    private final SetClock clock = new SetClock();
    private final PluginEntries entries = new PluginEntries(PluginLimits.DEFAULT, 8);
    private final List<Node> nodes = new ArrayList<>();
    private final List<ForeignCall> opened = new ArrayList<>();
    private final AtomicInteger runs = new AtomicInteger();
    private Database database;

    /** One portal among several on the same database. */
    private final class Node {

        private volatile List<Serving> serving = List.of();
        private final TaskRows rows;
        private final TaskLoop loop;
        private final OperatorTasks operators;

        Node(String name) {
            Timing timing = new Timing(clock, most -> 0);
            rows = new TaskRows(database, name);
            loop = new TaskLoop(
                    () -> serving, rows, new ProviderJobs(new ProvidedStore(database, clock), () -> {}), timing);
            operators = loop.operators(new AuditLog(database, Clock.systemUTC()));
            nodes.add(this);
        }

        Node serves(Serving... revisions) {
            serving = List.of(revisions);
            return this;
        }

        TaskInfo task() {
            return operators.list(PortalCaller.ADMINISTRATOR).get(0);
        }

        void run() {
            operators.run(PortalCaller.ADMINISTRATOR, "cost", "chore");
        }

        /** Looks again and again until something holds. */
        void lookUntil(BooleanSupplier condition) {
            await(() -> {
                loop.look();
                return condition.getAsBoolean();
            });
        }

        void lookUntilKnown() {
            lookUntil(() -> !operators.list(PortalCaller.ADMINISTRATOR).isEmpty());
        }

        void lookUntilEnded(Outcome outcome) {
            lookUntil(() -> {
                TaskInfo.Run last = task().last();
                return last != null && last.outcome() == outcome && task().state() != State.RUNNING;
            });
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "It did not come to hold within 30 seconds");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private interface Body {
        void run(TaskRun run) throws Exception;
    }

    private record Chore(Schedule schedule, Duration limit, Body body) implements ScheduledTask {

        @Override
        public void run(TaskRun run) throws Exception {
            body.run(run);
        }
    }

    private Serving revision(String version, Schedule schedule, Body body) {
        return revision(version, new Chore(schedule, Duration.ofMinutes(1), body));
    }

    private Serving revision(String version, ScheduledTask task) {
        RevisionName name = new RevisionName("cost", version, "sha256:" + version.repeat(8));
        ForeignCall entry = entries.open(name, Role.OPTIONAL, getClass().getClassLoader());
        opened.add(entry);
        List<ActiveExtension<?>> extensions =
                List.of(new ActiveExtension<>(name, ScheduledTask.class, "chore", "Chore", task, entry));
        return new Serving(name, null, entry, extensions, () -> true, () -> {});
    }

    @BeforeEach
    void open() {
        database = server.open(folder);
    }

    @AfterEach
    void close() {
        nodes.forEach(node -> node.loop.close());
        opened.forEach(ForeignCall::close);
        database.close();
    }

    private void count(TaskRun run) {
        runs.incrementAndGet();
    }

    @Test
    void runsWhenItIsDueAndOnceForAllThatWasMissed() {
        Node node = new Node("one").serves(revision("1.0.0", NIGHTLY, this::count));
        node.lookUntilKnown();
        assertEquals("2026-06-01T03:00:00Z", String.valueOf(node.task().next()));
        clock.pass(Duration.ofHours(2));
        node.loop.look();
        assertEquals(State.WAITING, node.task().state());
        clock.pass(Duration.ofDays(9));
        node.lookUntilEnded(Outcome.DONE);
        assertEquals("2026-06-10T03:00:00Z", String.valueOf(node.task().next()));
        node.loop.look();
        assertEquals(1, runs.get());
    }

    @Test
    void nothingRunsBeforeThereIsSomethingToWorkOn() throws Exception {
        Semaphore asked = new Semaphore(0);
        AtomicBoolean isReady = new AtomicBoolean();
        Node node = new Node("one").serves(revision("1.0.0", Schedule.every(Duration.ofDays(1)), this::count));
        node.loop.start(() -> {
            asked.release();
            return isReady.get();
        });
        assertTrue(asked.tryAcquire(3, 30, TimeUnit.SECONDS));
        assertEquals(List.of(), node.operators.list(PortalCaller.ADMINISTRATOR));
        isReady.set(true);
        await(() -> runs.get() == 1);
    }

    @Test
    void theyAreNotKeptWaitingForLong() {
        Node node = new Node("one").serves(revision("1.0.0", Schedule.every(Duration.ofDays(1)), this::count));
        node.loop.start(() -> false);
        clock.pass(Duration.ofSeconds(61));
        await(() -> runs.get() == 1);
    }

    @Test
    void runsOnceHoweverManyNodesThereAre() {
        List<Node> several = List.of(new Node("one"), new Node("two"), new Node("three"));
        several.forEach(node -> node.serves(revision("1.0.0", NIGHTLY, this::count)));
        several.forEach(Node::lookUntilKnown);
        clock.pass(Duration.ofHours(4));
        several.parallelStream().forEach(node -> node.loop.look());
        await(() -> {
            several.forEach(node -> node.loop.look());
            return several.stream().allMatch(node -> node.task().last() != null);
        });
        several.forEach(node -> node.loop.look());
        assertEquals(1, runs.get());
    }

    @Test
    void anotherNodeMakesUpForARunThatWasLostButOnlyOnce() {
        Node lost = new Node("lost").serves(revision("1.0.0", NIGHTLY, this::count));
        lost.lookUntilKnown();
        clock.pass(Duration.ofHours(4));
        assertTrue(lost.rows.claim(
                new TaskKey("cost", "chore"), clock.instant(), clock.instant().plusSeconds(30)));
        Node other = new Node("other").serves(revision("1.0.0", NIGHTLY, this::count));
        other.lookUntilKnown();
        other.loop.look();
        assertEquals(State.RUNNING, other.task().state());
        clock.pass(Duration.ofSeconds(31));
        other.loop.look();
        other.lookUntilEnded(Outcome.DONE);
        assertEquals(1, runs.get());

        clock.pass(Duration.ofDays(1));
        for (int time = 0; time < 2; time++) {
            assertTrue(lost.rows.claim(
                    new TaskKey("cost", "chore"),
                    clock.instant(),
                    clock.instant().plusSeconds(30)));
            clock.pass(Duration.ofSeconds(31));
            TaskRow row = lost.rows.all().get(new TaskKey("cost", "chore"));
            if (time == 0) {
                other.rows.lost(row, lostRun(row), clock.instant());
            }
        }
        other.lookUntilEnded(Outcome.LOST);
        assertEquals("2026-06-03T03:00:00Z", String.valueOf(other.task().next()));
        assertEquals(1, runs.get());
    }

    private static TaskInfo.Run lostRun(TaskRow row) {
        return new TaskInfo.Run(row.lease().started(), Duration.ZERO, Outcome.LOST, "");
    }

    @Test
    void theNextRevisionRunsOnlyWhenTheThreadOfTheLastHasEnded() {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger together = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Body deaf = run -> {
            most.accumulateAndGet(together.incrementAndGet(), Math::max);
            while (end.getCount() > 0) {
                Thread.onSpinWait();
            }
            together.decrementAndGet();
        };
        Serving first = revision("1.0.0", Schedule.onDemand(), deaf);
        Node node = new Node("one").serves(first);
        node.lookUntilKnown();
        node.run();
        node.lookUntil(() -> together.get() == 1);
        node.serves(revision("2.0.0", Schedule.onDemand(), run -> {
            most.accumulateAndGet(together.incrementAndGet(), Math::max);
            runs.incrementAndGet();
            together.decrementAndGet();
        }));
        node.lookUntilKnown();
        clock.pass(TaskRunner.GRACE);
        node.lookUntil(() -> node.task().state() == State.STUCK);
        TaskInfo.Run last = node.task().last();
        assertEquals(Outcome.CANCELLED, last == null ? null : last.outcome());
        clock.pass(Duration.ofMinutes(2));
        node.loop.look();
        assertEquals(0, runs.get());
        end.countDown();
        node.lookUntil(() -> runs.get() == 1);
        assertEquals(1, most.get());
    }

    @Test
    void aRunThatIsToldToEndIsMadeUpForAndOneThatFailsIsNot() {
        CountDownLatch began = new CountDownLatch(1);
        Node node = new Node("one").serves(revision("1.0.0", NIGHTLY, run -> {
            began.countDown();
            while (!run.isCancelled()) {
                Thread.onSpinWait();
            }
        }));
        node.lookUntilKnown();
        clock.pass(Duration.ofHours(4));
        node.lookUntil(() -> began.getCount() == 0);
        node.serves(revision("2.0.0", NIGHTLY, run -> {
            runs.incrementAndGet();
            run.progress("began");
            throw new IllegalArgumentException("secret");
        }));
        node.lookUntil(() -> runs.get() == 1);
        node.lookUntilEnded(Outcome.FAILED);
        TaskInfo task = node.task();
        assertEquals("2026-06-02T03:00:00Z", String.valueOf(task.next()));
        assertFalse(String.valueOf(task.last()).contains("secret"));
        node.loop.look();
        assertEquals(1, runs.get());
    }

    @Test
    void isInterruptedAtItsLimit() {
        CountDownLatch interrupted = new CountDownLatch(1);
        Node node = new Node("one").serves(revision("1.0.0", new Chore(NIGHTLY, Duration.ofSeconds(1), run -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                interrupted.countDown();
            }
        })));
        node.lookUntilKnown();
        node.run();
        node.lookUntilEnded(Outcome.TOO_LONG);
        await(() -> interrupted.getCount() == 0);
    }

    @Test
    void whoIsAskedForARunDuringARunRunsOnceMore() {
        CountDownLatch end = new CountDownLatch(1);
        Node node = new Node("one").serves(revision("1.0.0", Schedule.onDemand(), run -> {
            runs.incrementAndGet();
            end.await();
        }));
        node.lookUntilKnown();
        node.run();
        node.lookUntil(() -> runs.get() == 1);
        node.run();
        node.run();
        end.countDown();
        node.lookUntil(() -> runs.get() == 2);
        node.lookUntil(() -> node.task().state() == State.WAITING);
        assertEquals(2, runs.get());
    }

    @Test
    void aPauseHoldsUntilItIsEndedButNotWhoAsks() {
        Node node = new Node("one").serves(revision("1.0.0", NIGHTLY, this::count));
        node.lookUntilKnown();
        node.operators.pause(PortalCaller.ADMINISTRATOR, "cost", "chore");
        clock.pass(Duration.ofDays(3));
        node.loop.look();
        assertEquals(State.PAUSED, node.task().state());
        node.run();
        node.lookUntil(() -> runs.get() == 1);
        node.lookUntil(() -> node.task().state() == State.PAUSED);
        clock.pass(Duration.ofDays(3));
        node.operators.resume(PortalCaller.ADMINISTRATOR, "cost", "chore");
        node.lookUntil(() -> runs.get() == 2);
    }

    @Test
    void aScheduleThatCannotBeHadIsSaidAndAnotherTakesItsPlace() {
        Node node = new Node("one").serves(revision("1.0.0", new ScheduledTask() {
            @Override
            public Schedule schedule() {
                throw new IllegalStateException("no idea");
            }

            @Override
            public void run(TaskRun run) {
                runs.incrementAndGet();
            }
        }));
        node.lookUntilKnown();
        assertEquals(State.FAILED, node.task().state());
        assertTrue(node.task().message().contains("IllegalStateException"), node.task()::message);
        node.serves(revision("2.0.0", NIGHTLY, this::count));
        node.lookUntilKnown();
        assertEquals(NIGHTLY.words(), node.task().schedule());
        assertEquals("2026-06-01T03:00:00Z", String.valueOf(node.task().next()));
    }

    @Test
    void aRevisionThatServesAnewRunsSoonWhatComesAgainAndAgain() {
        Schedule hourly = Schedule.every(Duration.ofHours(1));
        Node node = new Node("one").serves(revision("1.0.0", hourly, this::count));
        node.lookUntilKnown();
        node.lookUntil(() -> runs.get() == 1);
        node.lookUntilEnded(Outcome.DONE);
        node.serves(revision("1.0.0", hourly, this::count));
        node.lookUntilKnown();
        node.loop.look();
        assertEquals(1, runs.get());
        node.serves(revision("2.0.0", hourly, this::count));
        node.lookUntil(() -> runs.get() == 2);
    }

    @Test
    void onlyThoseMayLookAndStartWhoMay() {
        Node node = new Node("one").serves(revision("1.0.0", NIGHTLY, this::count));
        node.lookUntilKnown();
        Caller plugin = new PluginCaller("cost");
        assertEquals("plugin:cost", plugin.getName());
        assertTrue(plugin.may(new Permission(Permission.CATALOG_READ)));
        assertThrows(PortalException.class, () -> node.operators.list(plugin));
        assertThrows(PortalException.class, () -> node.operators.run(plugin, "cost", "chore"));
        assertThrows(PortalException.class, () -> node.operators.run(PortalCaller.ADMINISTRATOR, "cost", "nothing"));
    }
}
