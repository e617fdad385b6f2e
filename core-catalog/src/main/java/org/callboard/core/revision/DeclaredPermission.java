package org.callboard.core.revision;

import java.util.List;
import java.util.stream.Stream;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.security.PluginPermission;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.extension.ActiveExtension;
import org.callboard.core.extension.ForeignCall;
import org.callboard.core.policy.CorePermissions;

/**
 * A permission that a revision says it asks for.
 *
 * @param name begins with the plugin's id
 * @param description what it lets people do
 */
public record DeclaredPermission(String name, String title, String description) {

    private static final int LONGEST = 200;

    /**
     * Asks a revision's extensions.
     *
     * @throws RefusedException where one has a name that is not the plugin's
     */
    static List<DeclaredPermission> of(PluginArchive archive, List<ActiveExtension<?>> extensions, ForeignCall entry) {
        return extensions.stream()
                .flatMap(extension -> extension.extension() instanceof PluginPermission permission
                        ? Stream.of(entry.call(() -> of(archive, permission)))
                        : Stream.empty())
                .toList();
    }

    private static DeclaredPermission of(PluginArchive archive, PluginPermission declared) {
        String name = String.valueOf(declared.permission());
        boolean isIts = name.startsWith(archive.id() + ".") && name.length() <= LONGEST;
        if (!isIts || !CorePermissions.isOfPlugins(name)) {
            throw new RefusedException(new Diagnosis(
                    "Plugin '" + archive.id() + "' " + archive.version() + " was refused.",
                    "It declares the permission '" + cut(name) + "', which is none of its own.",
                    "Give it a name such as " + archive.id() + ".read: the plugin's id, a dot and lower-case words."));
        }
        return new DeclaredPermission(name, cut(declared.title()), cut(declared.description()));
    }

    private static String cut(String text) {
        String said = String.valueOf(text);
        return said.length() > LONGEST ? said.substring(0, LONGEST) : said;
    }
}
