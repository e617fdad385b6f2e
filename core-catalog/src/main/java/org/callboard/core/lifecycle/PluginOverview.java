package org.callboard.core.lifecycle;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.JarSigner;
import org.callboard.api.plugins.PluginInfo;
import org.callboard.api.plugins.PluginInfo.Candidate;
import org.callboard.api.plugins.PluginInfo.Former;
import org.callboard.api.plugins.PluginLoad;
import org.callboard.api.plugins.PluginState;
import org.callboard.core.asks.SettingsOfJars;
import org.callboard.core.extension.PluginEntries;
import org.callboard.core.pluginstore.PluginRecord;
import org.callboard.core.pluginstore.PluginRecord.Kept;
import org.callboard.core.pluginstore.PluginRecord.Wish;
import org.callboard.core.pluginstore.PluginStore;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.revision.Revision;
import org.callboard.core.revision.RouteClaims;
import org.callboard.core.revision.StoppedRevisions;
import org.callboard.core.signature.Signer;
import org.callboard.core.supervision.PluginSlots;
import org.callboard.core.supervision.PluginSlots.Slot;
import org.callboard.core.supervision.PluginSlots.Standing;
import org.jspecify.annotations.Nullable;

/** Tells of each plugin what it is doing, out of what serves, what is recorded and what was tried. */
final class PluginOverview {

    private final ActiveRevisions active;
    private final PluginStore store;
    private final PluginSlots slots;
    private final StoppedRevisions stopped;
    private final SettingsOfJars settings;
    private final PluginEntries entries;

    PluginOverview(Ground ground, PluginEntries entries) {
        this.active = ground.active();
        this.store = ground.store();
        this.slots = ground.slots();
        this.stopped = ground.starter().stopped();
        this.settings = ground.starter().settings();
        this.entries = entries;
    }

    /** {@return all plugins, by id} */
    List<PluginInfo> all() {
        Map<String, PluginRecord> records = new LinkedHashMap<>();
        store.all().forEach(plugin -> records.put(plugin.id(), plugin));
        Set<String> ids = new HashSet<>(slots.ids());
        ids.addAll(records.keySet());
        active.all().forEach(revision -> ids.add(revision.name().plugin()));
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(describe(id, records.get(id))))
                .sorted(Comparator.comparing(PluginInfo::id))
                .toList();
    }

    Optional<PluginInfo> find(String id) {
        return Optional.ofNullable(describe(id, store.find(id).orElse(null)));
    }

    private @Nullable PluginInfo describe(String id, @Nullable PluginRecord plugin) {
        Slot slot = slots.of(id);
        Revision serving = active.find(id).orElse(null);
        Standing standing = slot.standing();
        if (serving != null) {
            return serving(serving, orMisconfigured(serving, standing), slot.candidate(), plugin);
        }
        if (plugin != null) {
            return installed(plugin, standing(plugin, standing), slot.candidate());
        }
        Candidate candidate = slot.candidate();
        return standing == null ? null : unknown(id, standing, candidate);
    }

    /** One that works goes on with its former configuration where the files hold none that it can use. */
    private @Nullable Standing orMisconfigured(Revision revision, @Nullable Standing standing) {
        Diagnosis problem = settings.problem(revision.name());
        return standing == null && problem != null
                ? new Standing(PluginState.DEGRADED, revision.since(), problem)
                : standing;
    }

    private PluginInfo serving(
            Revision revision,
            @Nullable Standing standing,
            @Nullable Candidate candidate,
            @Nullable PluginRecord plugin) {
        String id = revision.name().plugin();
        return new PluginInfo(
                id,
                revision.name().version(),
                revision.title(),
                revision.owner(),
                standing == null ? PluginState.ACTIVE : standing.state(),
                standing == null ? revision.since() : standing.since(),
                revision.name().digest(),
                signer(plugin),
                RouteClaims.role(id),
                standing == null ? null : standing.diagnosis(),
                candidate,
                former(plugin),
                revision.contributions(),
                load(id),
                stopped.sentences(id));
    }

    private static Standing standing(PluginRecord plugin, @Nullable Standing standing) {
        boolean isTried = standing != null && standing.state() == PluginState.STARTING;
        if (standing != null && (isTried || plugin.wish() == Wish.ACTIVE)) {
            return standing;
        }
        return new Standing(
                switch (plugin.wish()) {
                    case ACTIVE -> PluginState.STARTING;
                    case DISABLED -> PluginState.DISABLED;
                    case QUARANTINED -> PluginState.QUARANTINED;
                },
                plugin.since(),
                plugin.reason());
    }

    private PluginInfo installed(PluginRecord plugin, Standing standing, @Nullable Candidate candidate) {
        Kept current = plugin.current();
        return new PluginInfo(
                current.id(),
                current.version(),
                current.title(),
                current.owner(),
                standing.state(),
                standing.since(),
                current.digest(),
                signer(plugin),
                RouteClaims.role(current.id()),
                standing.diagnosis(),
                candidate,
                former(plugin),
                List.of(),
                load(current.id()),
                stopped.sentences(current.id()));
    }

    /** One that is being tried for the first time, or one that ships with the portal and never came to run. */
    private PluginInfo unknown(String id, Standing standing, @Nullable Candidate candidate) {
        return new PluginInfo(
                id,
                candidate == null ? "" : candidate.version(),
                id,
                null,
                standing.state(),
                standing.since(),
                candidate == null ? "" : candidate.digest(),
                null,
                RouteClaims.role(id),
                standing.diagnosis(),
                candidate,
                List.of(),
                List.of(),
                load(id),
                stopped.sentences(id));
    }

    private static @Nullable JarSigner signer(@Nullable PluginRecord plugin) {
        Signer signer = plugin == null ? null : plugin.signer();
        return signer == null ? null : signer.shown();
    }

    private static List<Former> former(@Nullable PluginRecord plugin) {
        return plugin == null
                ? List.of()
                : plugin.former().stream()
                        .map(revision -> new Former(revision.version(), revision.digest()))
                        .toList();
    }

    private PluginLoad load(String id) {
        return entries.load(id).orElse(PluginLoad.NONE);
    }
}
