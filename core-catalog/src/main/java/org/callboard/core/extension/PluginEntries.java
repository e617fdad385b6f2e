package org.callboard.core.extension;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.callboard.api.plugins.PluginInfo.Role;
import org.callboard.api.plugins.PluginLoad;
import org.callboard.core.extension.ActiveExtension.RevisionName;

/** The ways into the code of all plugins, and what that code has cost. */
public final class PluginEntries {

    private final PluginLimits limits;
    private final Places waiting;
    private final Map<String, PluginMeter> meters = new ConcurrentHashMap<>();
    private final Map<String, ThreadGroup> groups = new ConcurrentHashMap<>();
    private final ThreadGroup root = Thread.currentThread().getThreadGroup();
    private final List<Trouble> listeners = new CopyOnWriteArrayList<>();

    /**
     * Gives every plugin the same limits.
     *
     * @param waiting how many requests may wait upon optional plugins at once, all together
     */
    public PluginEntries(PluginLimits limits, int waiting) {
        this.limits = limits;
        this.waiting = new Places(waiting, line(waiting));
    }

    private static int line(int waiting) {
        return waiting / 4;
    }

    /**
     * {@return how many requests optional plugins hold at the most}: those that wait upon them, those that wait to, and as many who wait
     * for a place with a plugin that is full
     *
     * @param waiting how many requests may wait upon them at once
     */
    public static int held(int waiting) {
        return 2 * waiting + line(waiting);
    }

    /** Tells of every revision that fails too often, from now on. */
    public void listen(Trouble trouble) {
        listeners.add(trouble);
    }

    /** Makes the way into a revision's code. */
    public ForeignCall open(RevisionName revision, Role role, ClassLoader loader) {
        String plugin = revision.plugin();
        PluginMeter meter = meters.computeIfAbsent(plugin, id -> new PluginMeter(group(id)));
        return new ForeignCall(
                new ForeignCall.Ground(plugin, role, limits, meter, waiting), loader, new Breaker.Listener() {
                    @Override
                    public void opened(String reason) {
                        listeners.forEach(listener -> listener.opened(revision, reason));
                    }

                    @Override
                    public void closed() {
                        listeners.forEach(listener -> listener.closed(revision));
                    }
                });
    }

    /** A group is never given up: where a plugin comes back, its threads that never ended are still in it. */
    private ThreadGroup group(String plugin) {
        return groups.computeIfAbsent(plugin, id -> new PluginThreadGroup(root, id));
    }

    /**
     * Counts an SQL statement of a plugin. Those that the portal's own {@code Database} runs on a thread that the plugin
     * is called on are counted already.
     */
    public void statement(String plugin, Duration took) {
        count(plugin, meter -> meter.statement(took.toNanos()));
    }

    /** Counts a line that a plugin logged. */
    public void logged(String plugin, String level) {
        count(plugin, meter -> meter.logged(level));
    }

    private void count(String plugin, Consumer<PluginMeter> count) {
        PluginMeter meter = meters.get(plugin);
        if (meter != null) {
            count.accept(meter);
        }
    }

    /** {@return how many requests have a plugin answer them at the moment} */
    public int waitingUponPlugins() {
        return waiting.taken();
    }

    /** {@return how many requests would have one, and wait for a moment as too many do} */
    public int inLine() {
        return waiting.inLine();
    }

    /** {@return what a plugin has cost, if it was started since the portal was and not removed} */
    public Optional<PluginLoad> load(String plugin) {
        return Optional.ofNullable(meters.get(plugin)).map(PluginMeter::load);
    }

    /** Reads what each plugin has cost up to now; called once every {@link LoadRange#TICK}. */
    public void tick() {
        meters.values().forEach(PluginMeter::tick);
    }

    /** {@return what a plugin did in the steps of this range that are over, oldest first} */
    public List<LoadStep> steps(String plugin, LoadRange range) {
        return Optional.ofNullable(meters.get(plugin))
                .map(meter -> meter.steps(range))
                .orElse(List.of());
    }

    /** {@return how many bytes the calls of each plugin have allocated up to now} */
    public Map<String, Long> allocatedBytes() {
        Map<String, Long> bytes = new HashMap<>();
        meters.forEach((plugin, meter) -> bytes.put(plugin, meter.allocatedBytes()));
        return bytes;
    }

    /** Begins anew should the plugin come back. */
    public void forget(String plugin) {
        meters.remove(plugin);
    }
}
