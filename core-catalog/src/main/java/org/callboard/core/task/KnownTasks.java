package org.callboard.core.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.callboard.api.ingest.EntityProvider;
import org.callboard.api.problem.PortalException;
import org.callboard.api.task.Schedule;
import org.callboard.api.task.ScheduledTask;
import org.callboard.core.extension.ActiveExtension;
import org.callboard.core.extension.ForeignCall;
import org.callboard.core.extension.RetryLater;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tasks of the revisions that serve; each revision is asked once. */
final class KnownTasks {

    /** Before the ids of entity providers; no extension's id has a colon. */
    static final String PROVIDER = "provider:";

    private static final Logger LOG = LoggerFactory.getLogger(KnownTasks.class);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final ProviderJobs providers;
    private final TaskRows rows;
    private final Timing timing;
    private final TaskRunner runner;
    private final Set<ForeignCall> asking = ConcurrentHashMap.newKeySet();
    private final Map<ForeignCall, List<KnownTask>> known = new ConcurrentHashMap<>();

    KnownTasks(ProviderJobs providers, TaskRows rows, Timing timing, TaskRunner runner) {
        this.providers = providers;
        this.rows = rows;
        this.timing = timing;
        this.runner = runner;
    }

    /** {@return those of these revisions, as far as they were asked} */
    List<KnownTask> of(List<Serving> serving) {
        return serving.stream()
                .flatMap(revision -> known.getOrDefault(revision.entry(), List.of()).stream())
                .toList();
    }

    /** Has those of the revisions asked that were not yet; forgets those that serve no longer. */
    void ask(List<Serving> serving) {
        Set<ForeignCall> entries = serving.stream().map(Serving::entry).collect(Collectors.toSet());
        known.keySet().retainAll(entries);
        for (Serving revision : serving) {
            ForeignCall entry = revision.entry();
            if (!known.containsKey(entry) && asking.add(entry) && !runner.execute(() -> askNow(revision))) {
                asking.remove(entry);
            }
        }
    }

    private void askNow(Serving revision) {
        try {
            List<KnownTask> tasks = tasks(revision);
            for (KnownTask task : tasks) {
                rows.know(task, timing.first(task.schedule()));
            }
            forgetOthers(revision, tasks);
            known.put(revision.entry(), List.copyOf(tasks));
            runner.wake();
        } catch (RuntimeException later) {
            String plugin = revision.name().plugin();
            LOG.info("It is not known yet what tasks plugin '{}' has: {}", plugin, later.getMessage());
        } finally {
            asking.remove(revision.entry());
        }
    }

    /** What a provider gave goes when the plugin has it no more. */
    private void forgetOthers(Serving revision, List<KnownTask> tasks) {
        Set<String> ids = tasks.stream().map(task -> task.key().id()).collect(Collectors.toSet());
        providers.keepOnly(revision.name().plugin(), id -> ids.contains(PROVIDER + id));
    }

    private List<KnownTask> tasks(Serving revision) {
        List<KnownTask> tasks = new ArrayList<>();
        for (ActiveExtension<?> extension : revision.extensions()) {
            String plugin = revision.name().plugin();
            if (extension.point() == ScheduledTask.class && extension.extension() instanceof ScheduledTask task) {
                TaskKey key = new TaskKey(plugin, extension.id());
                tasks.add(ask(key, extension, revision, new Asked(task::schedule, task::limit, run -> {
                    task.run(run);
                    return () -> {};
                })));
            } else if (extension.point() == EntityProvider.class
                    && extension.extension() instanceof EntityProvider provider) {
                TaskKey key = new TaskKey(plugin, PROVIDER + extension.id());
                Job job = providers.job(new TaskKey(plugin, extension.id()), provider);
                tasks.add(ask(key, extension, revision, new Asked(provider::schedule, provider::limit, job)));
            }
        }
        return tasks;
    }

    private record Asked(Callable<Schedule> schedule, Callable<Duration> limit, Job job) {}

    private static KnownTask ask(TaskKey key, ActiveExtension<?> extension, Serving revision, Asked asked) {
        try {
            Schedule schedule = revision.entry().call(asked.schedule());
            Duration limit = within(revision.entry().call(asked.limit()));
            return schedule == null
                    ? KnownTask.broken(key, extension.title(), revision, "It has no schedule.")
                    : new KnownTask(key, extension.title(), revision, schedule, limit, asked.job(), "");
        } catch (PortalException failure) {
            if (failure.getCause() instanceof RetryLater) {
                throw failure;
            }
            return KnownTask.broken(key, extension.title(), revision, failure.message());
        }
    }

    private static Duration within(Duration limit) {
        return limit.compareTo(SHORTEST) < 0 ? SHORTEST : limit.compareTo(LONGEST) > 0 ? LONGEST : limit;
    }
}
