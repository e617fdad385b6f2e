package org.callboard.core.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.callboard.api.plugins.PluginState;
import org.callboard.core.lifecycle.PluginSlots.Standing;
import org.callboard.core.lifecycle.PluginStore.Desired;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves plugins that use another's API from a revision of it that is on its way out to the one that serves now: each is started
 * anew beside itself. Where none serves, they stop and wait for one.
 */
final class DependantMoves implements Retirement.Users {

    private static final Logger LOG = LoggerFactory.getLogger(DependantMoves.class);
    private static final long PATIENCE_SECONDS = 20;

    private final PluginInstaller installer;
    private final ActiveRevisions active;
    private final PluginSlots slots;
    private final Consumer<Desired> waiting;

    /**
     * Moves.
     *
     * @param waiting takes a plugin that is to be started as soon as it can be
     */
    DependantMoves(PluginInstaller installer, PluginInstaller.Ground ground, Consumer<Desired> waiting) {
        this.installer = installer;
        this.active = ground.active();
        this.slots = ground.slots();
        this.waiting = waiting;
    }

    @Override
    public void leave(Revision provider) {
        List<CompletableFuture<Void>> gone = new ArrayList<>();
        for (Revision user : List.copyOf(active.all())) {
            if (Dependants.uses(user.bundle(), provider.bundle())) {
                move(user);
                gone.add(user.gone());
            }
        }
        await(CompletableFuture.allOf(gone.toArray(CompletableFuture<?>[]::new)));
    }

    private void move(Revision user) {
        String id = user.name().plugin();
        try {
            Revision unused = installer.startAnew(user);
            LOG.info("Plugin '{}' was started anew: another revision offers what it uses", id);
        } catch (RefusedException refused) {
            LOG.warn("Plugin '{}' stops: {}", id, refused.getMessage());
            installer.takeDown(id, () -> {});
            slots.of(id).standing(Standing.now(PluginState.UNRESOLVED, refused.diagnosis()));
            waiting.accept(new Desired(id, user.name().digest()));
        }
    }

    private static void await(CompletableFuture<Void> gone) {
        try {
            gone.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException slow) {
            LOG.warn("A plugin that uses another's API does not let go of it", slow);
        }
    }
}
