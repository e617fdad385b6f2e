package org.callboard.core.storage;

import java.util.Locale;
import org.callboard.core.db.Database;
import org.callboard.core.entity.Sha256;

/** The names of plugins' schemas; portals that share a database by schemas of their own don't share these either. */
record PluginSchemas(String prefix) {

    /** As long as a server keeps names apart. */
    private static final int LONGEST = 63;

    private static final int HASH = 10;

    static PluginSchemas of(Database database) {
        String own = database.read(connection -> String.valueOf(connection.getSchema()));
        return in(own);
    }

    /** {@return the names for a portal whose tables are in this schema} */
    static PluginSchemas in(String own) {
        boolean isUsual = own.equalsIgnoreCase("public") || !own.matches("[A-Za-z_][A-Za-z0-9_]*");
        return new PluginSchemas(isUsual ? "plugin_" : own.toLowerCase(Locale.ROOT) + "_plugin_");
    }

    String of(String plugin) {
        String name = prefix + plugin.replace('-', '_');
        return name.length() <= LONGEST
                ? name
                : name.substring(0, LONGEST - HASH - 1) + "_" + Sha256.hex(name).substring(0, HASH);
    }
}
