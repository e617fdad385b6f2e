package org.callboard.core.http;

import java.nio.file.Path;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.plugins.Plugins;
import org.callboard.api.task.Tasks;
import org.callboard.core.backup.PortalBackup;
import org.callboard.core.extension.PluginEntries;
import org.callboard.core.hook.Hooks;
import org.callboard.core.log.PluginLogs;
import org.callboard.core.mask.KnownSecrets;
import org.callboard.core.maven.MavenRepository;
import org.callboard.core.maven.PortalZip;
import org.callboard.core.pluginstore.PluginJars;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.revision.PreviewDoor;
import org.callboard.core.settings.PluginSettings;
import org.callboard.core.supervision.PluginDesk;

/** Who answers: the plugins that serve, what is known of all, their logs, the catalog, and who hears of pushes. */
public record Answering(
        ActiveRevisions active,
        PluginEntries entries,
        Plugins plugins,
        PluginJars jars,
        PreviewDoor previewing,
        PluginDesk desk,
        PluginLogs logs,
        Tasks tasks,
        PortalBackup backup,
        PluginSettings settings,
        Catalog catalog,
        Hooks hooks,
        KnownSecrets secrets,
        PortalHealth health,
        ForAuthors authors) {

    /** What those get who write plugins. */
    public record ForAuthors(MavenRepository repository, PortalZip program, BuildReports.Stage stage) {

        /** {@return what lies in an unpacked portal} */
        public static ForAuthors of(Path home, BuildReports.Stage stage) {
            return new ForAuthors(new MavenRepository(home.resolve("system/maven")), new PortalZip(home), stage);
        }
    }
}
