package org.callboard.core.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.callboard.api.problem.PortalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a server knows: several processes at once, and being away. */
class SharedDatabaseIT {

    @Test
    void severalThatStartAtOnceMakeTheTablesOnce(@TempDir Path folder) {
        DatabaseAddress empty = TestDatabase.POSTGRESQL.address(folder);
        List<CompletableFuture<Database>> starts = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> new Database(empty.url(), empty.user(), empty.password())))
                .limit(3)
                .toList();
        List<Database> opened = starts.stream().map(CompletableFuture::join).toList();
        for (Database database : opened) {
            assertEquals(
                    List.of(0L),
                    database.read(connection ->
                            Rows.select(connection, "select count(*) from entity", row -> row.getLong(1))));
        }
        opened.forEach(Database::close);
    }

    @Test
    void aServerThatDoesNotAnswerIsOneSentenceWithoutThePassword() {
        PortalException refused = assertThrows(
                PortalException.class, () -> new Database("jdbc:postgresql://127.0.0.1:1/none", "portal", "secret"));
        assertTrue(refused.message().startsWith("The database can't be opened: "), refused.message());
        assertTrue(!refused.message().contains("secret"), refused.message());
        assertTrue(String.valueOf(refused.hint()).contains("storage.url"), refused.hint());
    }
}
