package org.callboard.core.lifecycle;

import java.util.Objects;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.PluginState;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.pluginstore.PluginRecord.Wish;
import org.callboard.core.pluginstore.PluginStore;
import org.callboard.core.pluginstore.PluginStore.Desired;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.revision.RouteClaims;
import org.callboard.core.supervision.PluginSlots;
import org.callboard.core.supervision.PluginSlots.Slot;
import org.callboard.core.supervision.PluginSlots.Standing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes of the plugins that shall run and don't what each does instead, and why. */
final class NotServing implements StartListener {

    private static final Logger LOG = LoggerFactory.getLogger(NotServing.class);

    private final PluginSlots slots;
    private final PluginStore store;
    private final ActiveRevisions active;

    NotServing(PluginSlots slots, PluginStore store, ActiveRevisions active) {
        this.slots = slots;
        this.store = store;
        this.active = active;
    }

    @Override
    public void starting(Desired plugin) {
        stands(plugin.id(), PluginState.STARTING, null);
    }

    @Override
    public void settled(String id) {
        Slot slot = slots.of(id);
        Standing standing = slot.standing();
        if (standing != null && standing.state() == PluginState.STARTING) {
            slot.standing(null);
        }
    }

    @Override
    public void failed(String id, RefusedException refused) {
        Standing before = slots.of(id).standing();
        // what goes on lacking the same is told once
        if (before == null || !Objects.equals(refused.diagnosis(), before.diagnosis())) {
            LOG.error("Plugin '{}' {}", id, refused.logLine());
        }
        stands(id, refused.state(), refused.diagnosis());
    }

    /** The portal can't do without a mandatory plugin: each start tries it anew. */
    @Override
    public void quarantined(String id, RefusedException refused) {
        LOG.error("Plugin '{}' is not tried again: {}", id, refused.getMessage());
        if (active.find(id).isEmpty() && !RouteClaims.MANDATORY.contains(id)) {
            store.wish(id, Wish.QUARANTINED, refused.diagnosis());
        }
        stands(id, PluginState.QUARANTINED, refused.diagnosis());
    }

    @Override
    public void leftOff(Desired plugin, Diagnosis why) {
        stands(plugin.id(), PluginState.DISABLED, why);
    }

    private void stands(String id, PluginState state, @Nullable Diagnosis why) {
        if (active.find(id).isEmpty()) {
            slots.of(id).candidate(null);
            Standing before = slots.of(id).standing();
            // since when it is so, not since when it was last tried
            if (before == null || before.state() != state || !Objects.equals(before.diagnosis(), why)) {
                slots.of(id).standing(Standing.now(state, why));
            }
        }
    }
}
