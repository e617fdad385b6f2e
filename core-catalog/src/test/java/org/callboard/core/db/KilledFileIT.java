package org.callboard.core.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed leaves of the embedded database its file as it is at that moment. */
class KilledFileIT {

    private static final String FILE = "callboard.mv.db";
    private static final int COMMITS = 60;
    private static final int KEPT = 3;

    private final Random random = new Random(1);

    @Test
    void holdsEveryTransactionThatReturned(@TempDir Path folder) throws IOException {
        // the room of what was written before is used again at once, not only after 45 seconds
        String url = DatabaseAddress.in(folder).url() + ";RETENTION_TIME=0";
        try (Database database = new Database(url, null, null)) {
            for (int number = 1; number <= COMMITS; number++) {
                replace(database, number);
                Path killed = Files.createDirectory(folder.resolve("killed-" + number));
                Files.copy(folder.resolve(FILE), killed.resolve(FILE));
                assertEquals(digests(database), found(killed), "after transaction " + number);
            }
        }
    }

    private void replace(Database database, int number) {
        byte[] bytes = new byte[1_000 + random.nextInt(80_000)];
        random.nextBytes(bytes);
        database.inTransaction(connection -> {
            Rows.update(connection, "delete from plugin_jar where digest = ?", "jar-" + (number - KEPT));
            return Rows.update(
                    connection, "insert into plugin_jar (digest, bytes) values (?, ?)", "jar-" + number, bytes);
        });
    }

    private static List<String> found(Path folder) {
        try (Database database = new Database(folder)) {
            return digests(database);
        }
    }

    private static List<String> digests(Database database) {
        return database.read(connection ->
                Rows.select(connection, "select digest from plugin_jar order by digest", row -> row.getString(1)));
    }
}
