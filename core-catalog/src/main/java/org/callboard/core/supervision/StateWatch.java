package org.callboard.core.supervision;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.PluginInfo;
import org.callboard.api.plugins.PluginState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of each plugin when it is in another state than was last told, soon after it is. What is over before it could be
 * told is left out: the last state always comes.
 */
public final class StateWatch {

    private static final Logger LOG = LoggerFactory.getLogger(StateWatch.class);

    private final Function<String, Optional<PluginInfo>> plugins;
    private final Executor worker;
    private final Set<String> awaited = ConcurrentHashMap.newKeySet();
    private final Map<String, State> told = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();

    /** Hears of every change, after it was made. */
    @FunctionalInterface
    public interface Listener {
        /**
         * A plugin is in another state, or in the same for another reason.
         *
         * @param state null where it is not installed any more
         */
        void stands(String plugin, @Nullable State state);
    }

    /**
     * How a plugin stands.
     *
     * @param reason why, in a sentence, or null where nothing is wrong
     */
    public record State(PluginState state, @Nullable String reason) {

        static State of(PluginInfo plugin) {
            Diagnosis diagnosis = plugin.diagnosis();
            return new State(plugin.state(), diagnosis == null ? null : diagnosis.cause());
        }
    }

    /**
     * Watches.
     *
     * @param plugins tells what is known of one
     * @param worker one thread, on which the listeners are told
     */
    public StateWatch(Function<String, Optional<PluginInfo>> plugins, Executor worker) {
        this.plugins = plugins;
        this.worker = worker;
    }

    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** Something about a plugin may be different now. Waits for nobody. */
    public void look(String plugin) {
        if (!awaited.add(plugin)) {
            return;
        }
        try {
            worker.execute(() -> tell(plugin));
        } catch (RejectedExecutionException over) {
            LOG.debug("The portal is stopping", over);
        }
    }

    private void tell(String plugin) {
        awaited.remove(plugin);
        try {
            @Nullable State now = plugins.apply(plugin).map(State::of).orElse(null);
            @Nullable State before = now == null ? told.remove(plugin) : told.put(plugin, now);
            boolean isNew = now == null ? before != null : !now.equals(before);
            if (isNew) {
                listeners.forEach(listener -> listener.stands(plugin, now));
            }
        } catch (RuntimeException failure) {
            LOG.warn("The state of plugin '{}' could not be told", plugin, failure);
        }
    }
}
