package org.callboard.core.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callboard.api.problem.PortalException;
import org.callboard.core.db.TableRows;

/** The plugins of a portal, out of a backup of it. */
public final class BackedUpPlugins {

    private BackedUpPlugins() {}

    /**
     * A plugin that was installed.
     *
     * @param owner who answers for it; empty where nobody is named
     * @param wish whether it was to serve
     * @param jar the file that it was installed from
     */
    public record Plugin(String id, String version, String owner, String wish, Path jar) {}

    /**
     * {@return the plugins of a backup, by id}
     *
     * @param folder takes the jars
     * @throws PortalException where the file is no backup that can be read
     */
    public static List<Plugin> unpack(Path backup, Path folder) throws IOException {
        try (BackupFile file = BackupFile.open(backup)) {
            List<Plugin> plugins = new ArrayList<>();
            read(file, "plugin", row -> plugins.add(plugin(row, folder)));
            read(file, "plugin_jar", row -> {
                Path jar = jar(row, folder);
                if (plugins.stream().anyMatch(plugin -> plugin.jar().equals(jar))
                        && row.get("bytes") instanceof byte[] bytes) {
                    Files.write(jar, bytes);
                }
            });
            plugins.sort((one, other) -> one.id().compareTo(other.id()));
            return plugins;
        }
    }

    private static void read(BackupFile file, String table, TableRows.Reader reader) throws IOException {
        try (InputStream in = file.stream(Manifest.TABLES + table)) {
            TableRows.read(in, reader);
        }
    }

    private static Plugin plugin(Map<String, Object> row, Path folder) {
        return new Plugin(
                text(row, "id"), text(row, "version"), text(row, "owner"), text(row, "desired"), jar(row, folder));
    }

    private static Path jar(Map<String, Object> row, Path folder) {
        return folder.resolve(text(row, "digest").replaceAll("[^0-9a-f]", "") + ".jar");
    }

    private static String text(Map<String, Object> row, String column) {
        return String.valueOf(row.getOrDefault(column, ""));
    }
}
