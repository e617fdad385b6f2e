package org.callboard.core.db;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is.
 *
 * @param user null where the URL says it
 * @param password null where the URL says it or none is needed
 */
public record DatabaseAddress(
        String url, @Nullable String user, @Nullable String password) {

    /**
     * {@return the address of the embedded database in a folder}
     *
     * The file layer is the asynchronous one because an interrupted thread closes the file of any other, for everybody.
     * Documents up to the in-place size live in their row, larger ones beside the table.
     */
    public static DatabaseAddress in(Path folder) {
        String url = "jdbc:h2:async:" + folder.resolve("callboard").toAbsolutePath()
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;MAX_LENGTH_INPLACE_LOB=32768;CACHE_SIZE=16384";
        return new DatabaseAddress(url, null, null);
    }

    /** {@return nothing that could be a secret} */
    @Override
    public String toString() {
        return "DatabaseAddress";
    }
}
