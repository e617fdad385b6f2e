package org.callboard.core.secret;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.callboard.api.config.LeasedSecret;
import org.callboard.api.config.SecretProvider;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.problem.PortalException;
import org.callboard.core.archive.Wording;
import org.callboard.core.config.SecretReference;
import org.callboard.core.config.SecretSource;
import org.callboard.core.mask.KnownSecrets;
import org.callboard.core.thread.Workers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secrets that plugins fetch for others: fetched on a thread of their own when the configuration names them, and again
 * before their lease is over. One that can't be fetched again stays as it was.
 */
public final class ProvidedSecrets implements SecretSource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProvidedSecrets.class);
    private static final long PAUSE_MILLIS = 500;
    private static final long END_SECONDS = 5;
    private static final int LONGEST = 64 * 1024;
    private static final int LONGEST_TROUBLE = 200;
    private static final int MOST = 1_000;

    private final Supplier<? extends List<ExtensionHandle<SecretProvider>>> providers;
    private final KnownSecrets known;
    private final LongSupplier nanos;
    private final Runnable changed;
    private final ScheduledExecutorService thread = Workers.of("secrets", 1);
    private final Map<SecretReference, HeldSecret> held = new ConcurrentHashMap<>();
    private volatile Map<SecretReference, Set<String>> wanted = Map.of();

    /**
     * Holds nothing yet.
     *
     * @param providers those that serve at this moment
     * @param known is told of what is fetched
     * @param changed is run when a secret has become another, or can't be had any more
     */
    public ProvidedSecrets(
            Supplier<? extends List<ExtensionHandle<SecretProvider>>> providers,
            KnownSecrets known,
            LongSupplier nanos,
            Runnable changed) {
        this.providers = providers;
        this.known = known;
        this.nanos = nanos;
        this.changed = changed;
    }

    /** Looks every now and then what is due. */
    public ProvidedSecrets start() {
        ScheduledFuture<?> unused =
                thread.scheduleWithFixedDelay(this::round, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    @Override
    public Fetched find(SecretReference reference) {
        HeldSecret found = held.get(reference);
        return found == null ? HeldSecret.wanted(0).found() : found.found();
    }

    /** Fetches these from now on, and no others. */
    public void want(Map<String, Set<SecretReference>> byPlugin) {
        Map<SecretReference, Set<String>> now = new HashMap<>();
        byPlugin.forEach((plugin, references) -> references.stream()
                .filter(reference -> now.containsKey(reference) || now.size() < MOST)
                .forEach(reference ->
                        now.computeIfAbsent(reference, any -> new TreeSet<>()).add(plugin)));
        wanted = Map.copyOf(now);
        held.keySet().retainAll(now.keySet());
        soon(this::round);
    }

    /** Fetches those of these that are new, and waits a moment for them. {@return whether there were any} */
    public boolean wantNew(Map<String, Set<SecretReference>> byPlugin) {
        boolean isNew =
                byPlugin.values().stream().flatMap(Set::stream).anyMatch(reference -> !held.containsKey(reference));
        if (isNew) {
            want(byPlugin);
            CountDownLatch tried = new CountDownLatch(1);
            soon(tried::countDown);
            try {
                boolean unused = tried.await(END_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        return isNew;
    }

    /** Tries at once what has failed: another plugin serves. */
    public void wake() {
        soon(() -> {
            held.replaceAll((reference, secret) -> secret.sooner(nanos.getAsLong()));
            round();
        });
    }

    private void soon(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException closed) {
            LOG.debug("No secrets are fetched any more", closed);
        }
    }

    /** Fetches what is due. */
    void round() {
        try {
            boolean isOther = false;
            for (Map.Entry<SecretReference, Set<String>> entry : wanted.entrySet()) {
                isOther |= renew(entry.getKey(), entry.getValue());
            }
            if (isOther) {
                changed.run();
            }
        } catch (RuntimeException failure) {
            LOG.error("Secrets could not be fetched", failure);
        }
    }

    private boolean renew(SecretReference reference, Collection<String> plugins) {
        long now = nanos.getAsLong();
        HeldSecret before = held.computeIfAbsent(reference, any -> HeldSecret.wanted(now));
        if (!before.isDue(now)) {
            return false;
        }
        HeldSecret after = fetch(reference, before);
        held.put(reference, after);
        tell(reference, plugins, before, after);
        return !before.found().equals(after.found());
    }

    private HeldSecret fetch(SecretReference reference, HeldSecret before) {
        ExtensionHandle<SecretProvider> provider = provider(reference.scheme());
        if (provider == null) {
            String why = String.valueOf(SecretSource.unprovided(reference).trouble());
            return before.failed(why, nanos.getAsLong());
        }
        try {
            LeasedSecret fetched = provider.call(asked -> asked.fetch(reference.key()));
            String value = fetched == null ? "" : fetched.secret().reveal();
            if (fetched == null || value.isEmpty() || value.length() > LONGEST) {
                return before.failed(
                        "plugin '" + provider.plugin() + "' gave nothing, or more than 64 KiB", nanos.getAsLong());
            }
            known.know(List.of(value));
            return HeldSecret.fetched(value, fetched.lease(), nanos.getAsLong());
        } catch (PortalException failure) {
            return before.failed(trouble(failure), nanos.getAsLong());
        }
    }

    private String trouble(PortalException failure) {
        return Wording.line(known.masked(failure.message().strip()).replaceFirst("[.]+$", ""), LONGEST_TROUBLE);
    }

    private @Nullable ExtensionHandle<SecretProvider> provider(String scheme) {
        return providers.get().stream()
                .filter(provider -> provider.id().equals(scheme))
                .findFirst()
                .orElse(null);
    }

    private static void tell(
            SecretReference reference, Collection<String> plugins, HeldSecret before, HeldSecret after) {
        String trouble = after.trouble();
        if (trouble == null && before.failures() > 0) {
            LOG.info("The secret {} of {} is fetched again", reference, plugins);
        } else if (trouble != null && after.value() != null && !Objects.equals(trouble, before.trouble())) {
            LOG.warn(
                    "The secret {} of {} can't be fetched again, and the last one stays in use: {}",
                    reference,
                    plugins,
                    trouble);
        } else if (trouble != null && after.value() == null && after.isToBeTold()) {
            LOG.warn("The secret {} of {} can't be fetched: {}", reference, plugins, trouble);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A secret is still being fetched while the portal stops");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
