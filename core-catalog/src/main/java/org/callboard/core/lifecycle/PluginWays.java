package org.callboard.core.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.api.plugins.Plan.Need;
import org.callboard.api.plugins.PluginInfo;
import org.callboard.api.plugins.PluginInfo.Role;
import org.callboard.api.plugins.PluginState;
import org.callboard.api.security.Permission;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.asks.ArchiveContents;
import org.callboard.core.pluginstore.PluginRecord;
import org.callboard.core.pluginstore.PluginRecord.Kept;
import org.callboard.core.session.PortalCaller;
import org.callboard.core.supervision.PluginDesk;
import org.callboard.core.supervision.PluginSlots.Probation;
import org.jspecify.annotations.Nullable;

/** Which ways are open to whom with which plugin, told by the same rules by which they are gone. */
final class PluginWays implements PluginDesk {

    private static final Set<PluginState> OFF =
            EnumSet.of(PluginState.DISABLED, PluginState.QUARANTINED, PluginState.FAILED, PluginState.UNRESOLVED);

    private final Ground ground;
    private final PluginStart start;

    PluginWays(Ground ground, PluginStart start) {
        this.ground = ground;
        this.start = start;
    }

    @Override
    public Function<PluginInfo, Set<Act>> allowed(PortalCaller caller) {
        Set<String> installed =
                ground.store().all().stream().map(PluginRecord::id).collect(Collectors.toSet());
        return plugin -> {
            Set<Act> acts = EnumSet.noneOf(Act.class);
            if (caller.mayOnPlugin(Permission.PLUGIN_INSPECT, plugin.id(), plugin.owner())) {
                acts.add(Act.INSPECT);
            }
            if (caller.mayOnPlugin(Permission.TASK_RUN, plugin.id(), plugin.owner())) {
                acts.add(Act.RUN);
            }
            boolean isOpen = caller.mayOnPlugin(Permission.PLUGIN_MANAGE, plugin.id(), plugin.owner())
                    && installed.contains(plugin.id())
                    && !start.isDeclared(plugin.id());
            if (isOpen) {
                steer(plugin, acts);
            }
            return acts;
        };
    }

    private static void steer(PluginInfo plugin, Set<Act> acts) {
        acts.add(Act.INSTALL);
        if (!plugin.previous().isEmpty()) {
            acts.add(Act.ROLLBACK);
        }
        if (OFF.contains(plugin.state())) {
            acts.add(Act.ENABLE);
        }
        if (plugin.role() == Role.OPTIONAL) {
            acts.add(Act.REMOVE);
            if (plugin.state() != PluginState.DISABLED) {
                acts.add(Act.DISABLE);
            }
        }
    }

    @Override
    public Outlook outlook(PluginInfo plugin) {
        List<String> usedBy = ground.active()
                .find(plugin.id())
                .map(revision -> revision.dependants().stream().sorted().toList())
                .orElse(List.of());
        Instant until = plugin.previous().isEmpty() ? null : probation(plugin);
        return new Outlook(until, usedBy, ground.tables().of(plugin.id()));
    }

    private @Nullable Instant probation(PluginInfo plugin) {
        Probation probation = ground.slots().of(plugin.id()).probation();
        boolean isOn = probation != null
                && probation.digest().equals(plugin.digest())
                && Instant.now().isBefore(probation.until())
                && ground.active().find(plugin.id()).isPresent();
        return isOn && probation != null ? probation.until() : null;
    }

    @Override
    public List<KeptRevision> revisions(String id) {
        PluginRecord plugin = ground.store().installed(id);
        return Stream.concat(Stream.of(plugin.current()), plugin.former().stream())
                .map(this::described)
                .toList();
    }

    private KeptRevision described(Kept kept) {
        try {
            Path file = ground.store().file(kept.digest());
            PluginArchive archive = PluginArchive.read(file);
            ArchiveContents contents = ArchiveContents.of(archive, ground::offering);
            List<Need> asks = new ArrayList<>(contents.needs());
            asks.addAll(ground.starter().settings().needs(archive));
            return new KeptRevision(
                    kept.version(), kept.digest(), kept.owner(), Files.size(file), contents.extensions(), asks);
        } catch (RefusedException refused) {
            // kept by a portal that took what this one refuses
            return new KeptRevision(kept.version(), kept.digest(), kept.owner(), 0, List.of(), List.of());
        } catch (IOException failure) {
            throw new UncheckedIOException("The jar of '" + kept.id() + "' can't be read.", failure);
        }
    }
}
