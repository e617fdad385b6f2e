package org.callboard.core.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.callboard.core.db.TestDatabase;
import org.h2.util.ParserUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No name that is taken is a word that one of the databases keeps for itself. */
class ReservedNamesIT {

    @Test
    void whatADatabaseKeepsForItselfIsNoName(@TempDir Path folder) {
        List<String> words = new ArrayList<>();
        try (Database database = TestDatabase.POSTGRESQL.open(folder)) {
            words.addAll(database.read(connection ->
                    Rows.select(connection, "select word from pg_get_keywords()", row -> row.getString(1))));
            List<String> missing = new ArrayList<>(database.read(connection -> Rows.select(
                    connection,
                    "select word from pg_get_keywords() where catcode in ('R', 'T', 'C')",
                    row -> row.getString(1))));
            missing.removeIf(ReservedNames::contains);
            assertEquals(List.of(), missing);
        }
        words.addAll(List.of("qualify", "rownum", "minus", "ilike", "regexp", "sysdate", "today", "_rowid_", "top"));
        words.removeIf(word -> !ParserUtil.isKeyword(word, true));
        words.removeIf(ReservedNames::contains);
        assertEquals(List.of(), words);
    }
}
