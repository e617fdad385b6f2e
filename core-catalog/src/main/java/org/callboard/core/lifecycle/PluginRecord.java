package org.callboard.core.lifecycle;

import java.time.Instant;
import java.util.List;
import org.callboard.api.plugins.Diagnosis;
import org.jspecify.annotations.Nullable;

/**
 * What the database says of an installed plugin.
 *
 * @param current the revision that serves, or would
 * @param wish whether it shall
 * @param since since when
 * @param reason why it is in quarantine
 * @param former the revisions that served before, the latest first
 */
record PluginRecord(
        Kept current, Wish wish, Instant since, @Nullable Diagnosis reason, List<Kept> former) {

    PluginRecord {
        former = List.copyOf(former);
    }

    /** A revision whose jar is in the database. */
    record Kept(
            String id,
            String version,
            String title,
            @Nullable String owner,
            String digest) {

        static Kept of(PluginArchive archive) {
            return new Kept(
                    archive.id(), archive.version().toString(), archive.title(), archive.owner(), archive.digest());
        }
    }

    /** What shall become of a plugin; the names are in the database. */
    enum Wish {
        /** It shall serve. */
        ACTIVE,
        /** Somebody switched it off. */
        DISABLED,
        /** It failed too often. */
        QUARANTINED
    }

    String id() {
        return current.id();
    }

    String digest() {
        return current.digest();
    }
}
