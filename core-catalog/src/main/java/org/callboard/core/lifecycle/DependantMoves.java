package org.callboard.core.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.callboard.api.plugins.PluginState;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.pluginstore.PluginStore.Desired;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.revision.Retirement;
import org.callboard.core.revision.Revision;
import org.callboard.core.supervision.PluginSlots;
import org.callboard.core.supervision.PluginSlots.Standing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves plugins that use another's API from a revision of it that is on its way out to the one that serves now: each is started
 * anew beside itself. Where none serves, they stop and wait for one.
 */
final class DependantMoves implements Retirement.Users {

    private static final Logger LOG = LoggerFactory.getLogger(DependantMoves.class);
    private static final long PATIENCE_SECONDS = 20;
    private static final int MOST_TRIES = 3;

    private final PluginInstaller installer;
    private final ActiveRevisions active;
    private final PluginSlots slots;
    private final Consumer<Desired> waiting;

    /**
     * Moves.
     *
     * @param waiting takes a plugin that is to be started as soon as it can be
     */
    DependantMoves(PluginInstaller installer, Ground ground, Consumer<Desired> waiting) {
        this.installer = installer;
        this.active = ground.active();
        this.slots = ground.slots();
        this.waiting = waiting;
    }

    @Override
    public void leave(Revision provider) {
        List<Revision> gone = new ArrayList<>();
        for (Revision user : List.copyOf(active.all())) {
            if (user.uses(provider)) {
                move(user);
                gone.add(user);
            }
        }
        await(gone);
    }

    /** Nobody else does anything with the plugin meanwhile; what was replaced or taken down by now needs no move. */
    private void move(Revision user) {
        String id = user.name().plugin();
        slots.alone(id, () -> {
            if (active.find(id).filter(user::equals).isPresent()) {
                startAnewOrWait(user, id);
            }
            return id;
        });
    }

    private void startAnewOrWait(Revision user, String id) {
        RefusedException refused = startAnew(user, MOST_TRIES);
        if (refused == null) {
            LOG.info("Plugin '{}' was started anew: another revision offers what it uses", id);
            return;
        }
        LOG.warn("Plugin '{}' stops: {}", id, refused.getMessage());
        installer.takeDown(id, () -> {});
        slots.of(id).standing(Standing.now(PluginState.UNRESOLVED, refused.diagnosis()));
        waiting.accept(new Desired(id, user.name().digest()));
    }

    /** {@return why it can't be} What it uses may be replaced once more while it starts. */
    private @Nullable RefusedException startAnew(Revision user, int tries) {
        try {
            Revision unused = installer.startAnew(user);
            return null;
        } catch (RefusedException refused) {
            return tries > 1 && refused.state() == PluginState.UNRESOLVED ? startAnew(user, tries - 1) : refused;
        } catch (RuntimeException failure) {
            LOG.error("Plugin '{}' could not be started anew", user.name().plugin(), failure);
            return StartQueue.unexpected(user.name().plugin(), failure);
        }
    }

    /** Waits until these have been stopped, or for a while. */
    static void await(List<Revision> users) {
        try {
            CompletableFuture.allOf(users.stream().map(Revision::gone).toArray(CompletableFuture<?>[]::new))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException slow) {
            LOG.warn("A plugin that uses another's API does not let go of it", slow);
        }
    }
}
