package org.callboard.core.revision;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.callboard.api.extension.Extension;
import org.callboard.api.plugins.PluginInfo.Contribution;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.endpoint.PluginRoutes;
import org.callboard.core.extension.ActiveExtension;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.callboard.core.extension.ForeignCall;
import org.callboard.core.wiring.Dependants;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/** A started revision of a plugin: its bundle, what it offers, and how many requests it is answering. */
public final class Revision {

    private final RevisionName name;
    private final @Nullable String owner;
    private final String title;
    private final Path jar;
    private final Bundle bundle;
    private final ForeignCall entry;
    private final List<ActiveExtension<?>> extensions;
    private final PluginRoutes routes;
    private final List<DeclaredPermission> permissions;
    private final Instant since = Instant.now();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private int running;
    private boolean closed;

    Revision(PluginArchive archive, Path jar, Started started) {
        this.name = started.name();
        this.owner = archive.owner();
        this.title = archive.title();
        this.jar = jar;
        this.bundle = started.bundle();
        this.entry = started.entry();
        this.extensions = started.extensions();
        this.routes = started.routes();
        this.permissions = started.permissions();
    }

    /** What starting a bundle gave. */
    record Started(
            RevisionName name,
            Bundle bundle,
            ForeignCall entry,
            List<ActiveExtension<?>> extensions,
            PluginRoutes routes,
            List<DeclaredPermission> permissions) {}

    /** {@return which revision of which plugin} */
    public RevisionName name() {
        return name;
    }

    /** {@return the plugin's title} */
    public String title() {
        return title;
    }

    /** {@return the reference of the owning team, or null} */
    public @Nullable String owner() {
        return owner;
    }

    /** {@return the jar, which stays in place while any page may ask for its files} */
    public Path jar() {
        return jar;
    }

    /** {@return when it was started} */
    public Instant since() {
        return since;
    }

    /** {@return the way into its code} */
    public ForeignCall entry() {
        return entry;
    }

    /** {@return what it answers over HTTP} */
    public PluginRoutes routes() {
        return routes;
    }

    /** {@return the permissions that it says it asks for} */
    public List<DeclaredPermission> permissions() {
        return permissions;
    }

    /** {@return its extensions} */
    public List<ActiveExtension<?>> extensions() {
        return extensions;
    }

    /** {@return its extensions as people see them} */
    public List<Contribution> contributions() {
        return extensions.stream()
                .map(extension -> new Contribution(extension.pointName(), extension.id(), extension.title()))
                .toList();
    }

    /** {@return its extensions of one point} */
    public <T extends Extension> Stream<ActiveExtension<T>> extensionsOf(Class<T> point) {
        return extensions.stream().flatMap(extension -> extension.as(point).stream());
    }

    /** {@return done when it has been stopped} */
    public CompletableFuture<Void> gone() {
        return gone;
    }

    Bundle bundle() {
        return bundle;
    }

    /** {@return the ids of the plugins that use it, at first hand or through others} */
    public Set<String> dependants() {
        return Dependants.of(bundle);
    }

    /** {@return whether it uses the other at first hand} */
    public boolean uses(Revision provider) {
        return Dependants.uses(bundle, provider.bundle);
    }

    /** Begins a request. {@return false where the revision is being retired: ask for the active one again} */
    public boolean enter() {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            running++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Ends a request that {@link #enter} began. */
    public void exit() {
        lock.lock();
        try {
            running--;
            if (running == 0) {
                idle.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets no further request in and waits for those that run, but no longer than this. {@return how many still run} */
    int drain(long millis) {
        lock.lock();
        try {
            closed = true;
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (running > 0 && left > 0) {
                left = idle.awaitNanos(left);
            }
            return running;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return running;
        } finally {
            lock.unlock();
        }
    }
}
