package org.callboard.core.pluginstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.signature.Signer;
import org.jspecify.annotations.Nullable;

/**
 * What the database says of an installed plugin.
 *
 * @param current the revision that serves, or would
 * @param wish whether it shall
 * @param since since when
 * @param reason why it is in quarantine
 * @param signer whose signature the current jar was accepted for, or null
 * @param former the revisions that served before, the latest first
 */
public record PluginRecord(
        Kept current,
        Wish wish,
        Instant since,
        @Nullable Diagnosis reason,
        @Nullable Signer signer,
        List<Kept> former) {

    public PluginRecord {
        former = List.copyOf(former);
    }

    /** A revision whose jar is in the database. */
    public record Kept(
            String id,
            String version,
            String title,
            @Nullable String owner,
            String digest) {

        static Kept of(ResultSet row) throws SQLException {
            return new Kept(
                    row.getString("id"),
                    row.getString("version"),
                    row.getString("title"),
                    row.getString("owner"),
                    row.getString("digest"));
        }

        static Kept of(PluginArchive archive) {
            return new Kept(
                    archive.id(), archive.version().toString(), archive.title(), archive.owner(), archive.digest());
        }
    }

    /** What shall become of a plugin; the names are in the database. */
    public enum Wish {
        /** It shall serve. */
        ACTIVE,
        /** Somebody switched it off. */
        DISABLED,
        /** It failed too often. */
        QUARANTINED
    }

    public String id() {
        return current.id();
    }

    public String digest() {
        return current.digest();
    }
}
