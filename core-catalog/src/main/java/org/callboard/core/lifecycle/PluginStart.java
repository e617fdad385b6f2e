package org.callboard.core.lifecycle;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.callboard.api.plugins.Plugins.Terms;
import org.callboard.api.problem.PortalException;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.inbox.InboxWatch;
import org.callboard.core.pluginstore.DeclaredRows;
import org.callboard.core.pluginstore.PluginStore.Desired;
import org.callboard.core.session.PortalCaller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the plugins with the portal's start, and from then on by the inbox. */
final class PluginStart implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginStart.class);

    private final Ground ground;
    private final PluginInstaller installer;
    private final InstallRules rules;
    private final Steering steering;
    private final DeclaredRows rows;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private volatile @Nullable Declared declared;

    PluginStart(Ground ground, PluginInstaller installer, InstallRules rules, Steering steering, DeclaredRows rows) {
        this.ground = ground;
        this.installer = installer;
        this.rules = rules;
        this.steering = steering;
        this.rows = rows;
    }

    /**
     * Starts what ships with the portal, what was installed and what is declared, and opens the inbox. Returns when the
     * mandatory plugins were tried.
     *
     * @return done when every other plugin was tried once, too
     */
    CompletableFuture<Void> run(StartOrder order) {
        ground.folder().deleteAllBut(ground.store().digests(), Instant.MAX);
        NotServing notServing = new NotServing(ground.slots(), ground.store(), ground.active());
        StartQueue queue = opening(new StartQueue(order.tries(), notServing));
        ground.active().listen(queue);
        ground.starter().settings().listen(queue::arrived);
        moveDependantsWith(queue);
        Declared declarations = new Declared(order, rows, ground, installer, steering);
        declared = declarations;
        rules.heed(declarations);
        boolean isWhole = order.extent() == StartOrder.Extent.ALL;
        if (isWhole) {
            declarations.removeUndeclared();
        }
        CompletableFuture<Void> tried =
                new StartUp(ground, installer, queue, notServing).run(order.shipped(), order.extent());
        if (isWhole) {
            declarations.installInto(queue);
            opening(InboxWatch.open(
                    order.inbox(),
                    ground.folder().path(),
                    jar -> AuditLog.through("inbox", () -> installer.install(PortalCaller.PORTAL, jar, Terms.USUAL))));
        }
        return tried;
    }

    private void moveDependantsWith(StartQueue queue) {
        ground.retirement().heed(new DependantMoves(installer, ground, plugin -> {
            CompletableFuture<Void> unused = queue.add(plugin, () -> start(plugin));
        }));
    }

    private void start(Desired plugin) {
        Desired unused = installer.startStored(plugin);
    }

    private <C extends AutoCloseable> C opening(C closeable) {
        opened.push(closeable);
        return closeable;
    }

    /**
     * Refuses what only the configuration may change.
     *
     * @throws PortalException CONFLICT where the plugin is declared there
     */
    void requireUndeclared(String id) {
        Declared declarations = declared;
        if (declarations != null) {
            declarations.check(id);
        }
    }

    /** {@return whether only the configuration may change the plugin} */
    boolean isDeclared(String id) {
        Declared declarations = declared;
        return declarations != null && declarations.has(id);
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception failure) {
                LOG.warn("Not everything closed cleanly", failure);
            }
        }
    }
}
