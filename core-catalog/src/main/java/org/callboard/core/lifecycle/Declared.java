package org.callboard.core.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.PluginState;
import org.callboard.api.plugins.Plugins.Terms;
import org.callboard.api.plugins.Plugins.Terms.Downgrade;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.config.DeclaredPlugin;
import org.callboard.core.config.DeclaredPlugin.Origin;
import org.callboard.core.pluginstore.DeclaredRows;
import org.callboard.core.pluginstore.JarFolder;
import org.callboard.core.pluginstore.PluginStore;
import org.callboard.core.pluginstore.PluginStore.Desired;
import org.callboard.core.read.UnreadableException;
import org.callboard.core.revision.RouteClaims;
import org.callboard.core.session.PortalCaller;
import org.callboard.core.web.WebFiles;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plugins that the configuration declares: they come with the portal's start, and nothing else changes them. */
final class Declared implements InstallRules.Rule {

    private static final Logger LOG = LoggerFactory.getLogger(Declared.class);

    private static final String THROUGH = "configuration";

    private final Map<String, DeclaredPlugin> plugins = new TreeMap<>();
    private final Map<String, String> proven = new ConcurrentHashMap<>();
    private final DeclaredRows rows;
    private final PluginStore store;
    private final PluginInstaller installer;
    private final JarFolder folder;
    private final Steering steering;
    private final WebFiles web;

    Declared(StartOrder order, DeclaredRows rows, Ground ground, PluginInstaller installer, Steering steering) {
        this.rows = rows;
        this.store = ground.store();
        this.folder = ground.folder();
        this.installer = installer;
        this.steering = steering;
        this.web = new WebFiles(order.reading(), (int) PluginArchive.MAX_BYTES);
        for (DeclaredPlugin plugin : order.declared()) {
            if (RouteClaims.MANDATORY.contains(plugin.id())) {
                LOG.error("{}: '{}' ships with the portal and can't be declared", plugin.place(), plugin.id());
            } else {
                plugins.put(plugin.id(), plugin);
            }
        }
    }

    /**
     * Refuses any change of a plugin that is declared.
     *
     * @throws PortalException CONFLICT
     */
    void check(String id) {
        DeclaredPlugin declared = plugins.get(id);
        if (declared != null) {
            throw new PortalException(
                    ProblemKind.CONFLICT,
                    "Plugin '" + id + "' is declared at " + declared.place()
                            + ", and the configuration alone decides about it.",
                    "Change the declaration, and start the portal again.");
        }
    }

    boolean has(String id) {
        return plugins.containsKey(id);
    }

    /** Lets only the declared jar of a declared plugin come in. */
    @Override
    public void check(PluginArchive archive) {
        if (!archive.digest().equals(proven.get(archive.id()))) {
            check(archive.id());
        }
    }

    /** Removes what came by a declaration that is not there any more. */
    void removeUndeclared() {
        rows.all().forEach((id, digest) -> {
            if (!plugins.containsKey(id)) {
                if (store.wants(new Desired(id, digest))) {
                    LOG.info("Plugin '{}' is not declared any more and is removed", id);
                    AuditLog.through(THROUGH, () -> steering.remove(PortalCaller.PORTAL, id));
                }
                rows.delete(id);
            }
        });
    }

    /** Has each declared plugin be installed that is not there as it is declared. */
    void installInto(StartQueue queue) {
        for (DeclaredPlugin plugin : plugins.values()) {
            String digest = plugin.digest() == null ? "" : plugin.digest();
            Desired wish = new Desired(plugin.id(), digest);
            if (isThere(plugin, wish)) {
                proven.put(plugin.id(), digest);
                rows.put(plugin.id(), digest);
            } else {
                CompletableFuture<Void> unused = queue.add(wish, () -> bring(plugin));
            }
        }
    }

    private boolean isThere(DeclaredPlugin plugin, Desired wish) {
        try {
            if (!store.wants(wish)) {
                return false;
            }
            compare(plugin, PluginArchive.read(store.file(wish.digest())));
            return true;
        } catch (IOException | RefusedException different) {
            return false;
        }
    }

    private void bring(DeclaredPlugin plugin) {
        Path copy = null;
        try {
            copy = folder.upload();
            fetch(plugin, copy);
            PluginArchive archive = PluginArchive.read(copy);
            compare(plugin, archive);
            proven.put(plugin.id(), archive.digest());
            install(copy);
            rows.put(plugin.id(), archive.digest());
        } catch (RefusedException refused) {
            throw refused(
                    plugin, refused.diagnosis().cause(), refused.diagnosis().fix(), refused.state());
        } catch (IOException failure) {
            throw refused(
                    plugin,
                    "Its file can't be read.",
                    "See that the file is where the declaration says, and that the portal may read it.",
                    PluginState.FAILED);
        } finally {
            delete(copy);
        }
    }

    private void install(Path copy) {
        Terms terms = new Terms(null, Downgrade.ALLOWED);
        AuditLog.through(THROUGH, () -> installer.install(PortalCaller.PORTAL, copy, terms));
    }

    private void fetch(DeclaredPlugin plugin, Path copy) throws IOException {
        if (plugin.origin() == Origin.FILE) {
            Files.write(copy, Files.readAllBytes(Path.of(plugin.jar())));
            return;
        }
        try {
            Files.write(copy, web.fetch(plugin.jar()));
        } catch (UnreadableException failure) {
            throw refused(
                    plugin,
                    failure.problem().reason(),
                    String.valueOf(failure.problem().fix()),
                    PluginState.FAILED);
        }
    }

    private static void compare(DeclaredPlugin plugin, PluginArchive archive) {
        requireSame(plugin, "id", plugin.id(), archive.id());
        requireSame(
                plugin, "version", version(plugin.version()), archive.version().toString());
        if (plugin.digest() != null) {
            requireSame(plugin, "digest", plugin.digest(), archive.digest());
        }
    }

    /** Maven writes a hyphen before what the framework puts behind a dot. */
    private static String version(String declared) {
        return new Version(declared.replaceFirst("^(\\d+\\.\\d+\\.\\d+)-", "$1.")).toString();
    }

    private static void requireSame(DeclaredPlugin plugin, String what, String declared, String found) {
        if (!declared.equals(found)) {
            throw refused(
                    plugin,
                    "The " + what + " is declared as " + declared + ", and the jar's is " + found + ".",
                    "Correct the declaration, or put the declared jar in its place.",
                    PluginState.FAILED);
        }
    }

    private static RefusedException refused(DeclaredPlugin plugin, String cause, String fix, PluginState state) {
        return new RefusedException(
                new Diagnosis(
                        "Plugin '" + plugin.id() + "' " + plugin.version() + ", declared at " + plugin.place()
                                + ", was not installed.",
                        cause,
                        fix),
                state,
                null);
    }

    private static void delete(@Nullable Path copy) {
        try {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException failure) {
            LOG.warn("{} could not be deleted", copy, failure);
        }
    }
}
