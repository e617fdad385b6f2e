package org.callboard.core.revision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.extension.ActiveExtension;
import org.jspecify.annotations.Nullable;

/** What a plugin's extensions may be called: they are found by point and id, so that no two may share both. */
final class ExtensionNames {

    private static final String RULE = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final int LONGEST = 63;

    private ExtensionNames() {}

    static void check(PluginArchive archive, List<ActiveExtension<?>> extensions) {
        Map<String, ActiveExtension<?>> seen = new HashMap<>();
        for (ActiveExtension<?> extension : extensions) {
            String id = String.valueOf(extension.id());
            if (id.length() > LONGEST || !id.matches(RULE)) {
                throw refused(
                        archive,
                        "Its extension " + typeOf(extension) + " has the id '" + id + "'.",
                        "Let id() give lower-case letters, digits and single hyphens, " + LONGEST
                                + " characters at most.");
            }
            @Nullable ActiveExtension<?> other = seen.put(extension.pointName() + " " + id, extension);
            if (other != null) {
                throw refused(
                        archive,
                        "Its extensions " + typeOf(other) + " and " + typeOf(extension) + " of the point "
                                + extension.pointName() + " have the same id '" + id + "'.",
                        "Let id() give each of them a name of its own.");
            }
        }
    }

    private static String typeOf(ActiveExtension<?> extension) {
        return extension.extension().getClass().getSimpleName();
    }

    private static RefusedException refused(PluginArchive archive, String cause, String fix) {
        return new RefusedException(
                new Diagnosis("Plugin '" + archive.id() + "' " + archive.version() + " was refused.", cause, fix));
    }
}
