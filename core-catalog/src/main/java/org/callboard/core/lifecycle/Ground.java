package org.callboard.core.lifecycle;

import java.nio.file.Path;
import java.util.Optional;
import org.callboard.core.asks.OwnTables;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.pluginstore.JarFolder;
import org.callboard.core.pluginstore.PluginStore;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.revision.Previews;
import org.callboard.core.revision.Retirement;
import org.callboard.core.revision.Revision;
import org.callboard.core.revision.RevisionStarter;
import org.callboard.core.supervision.PluginSlots;
import org.callboard.core.wiring.PluginPackages;

/** What the road leads over that revisions take. */
record Ground(
        PluginStore store,
        JarFolder folder,
        RevisionStarter starter,
        ActiveRevisions active,
        Retirement retirement,
        PluginSlots slots,
        AuditLog audit,
        OwnTables tables,
        Previews previews,
        PluginAccess access) {

    /** {@return the jar of the plugin that offers a package to others, empty where none serves that does} */
    Optional<Path> offering(String packageName) {
        return active.all().stream()
                .filter(revision -> PluginPackages.isOf(revision.name().plugin(), packageName))
                .map(Revision::jar)
                .findFirst();
    }
}
