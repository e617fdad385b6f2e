package org.callboard.core.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.callboard.api.model.Json;
import org.callboard.core.backup.BackedUpPlugins;
import org.callboard.core.entity.JsonCodec;

/**
 * A plugin of the portal that is to be upgraded.
 *
 * @param owner who answers for it; empty where nobody is named
 * @param state what that portal says of it
 */
record InstalledPlugin(String id, String version, String owner, String state, Path jar) {

    private static final String LIST = "plugins.json";
    private static final Set<String> SWITCHED_OFF = Set.of("DISABLED", "QUARANTINED");

    /** {@return whether others can use what it offers} */
    boolean isOn() {
        return !SWITCHED_OFF.contains(state);
    }

    /** {@return the plugins in a folder with a portal's list of them and the jars of those that are installed} */
    static List<InstalledPlugin> fetched(Path folder) throws IOException {
        List<InstalledPlugin> plugins = new ArrayList<>();
        if (new JsonCodec().decode(Files.readAllBytes(folder.resolve(LIST))) instanceof Json.Arr list) {
            for (Json item : list.items()) {
                if (item instanceof Json.Obj plugin) {
                    plugins.add(of(plugin, folder));
                }
            }
        }
        // what was only tried has no jar
        plugins.removeIf(plugin -> !Files.exists(plugin.jar()));
        return plugins;
    }

    private static InstalledPlugin of(Json.Obj plugin, Path folder) {
        String id = plugin.text("id").orElse("");
        return new InstalledPlugin(
                id,
                plugin.text("version").orElse(""),
                plugin.text("owner").orElse(""),
                plugin.text("state").orElse(""),
                folder.resolve(id.replaceAll("[^a-z0-9-]", "") + ".jar"));
    }

    /** {@return the plugins of a backup, whose jars come to lie in the folder} */
    static List<InstalledPlugin> backedUp(Path backup, Path folder) throws IOException {
        return BackedUpPlugins.unpack(backup, folder).stream()
                .map(plugin ->
                        new InstalledPlugin(plugin.id(), plugin.version(), plugin.owner(), plugin.wish(), plugin.jar()))
                .toList();
    }
}
