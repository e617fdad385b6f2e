package org.callboard.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.storage.Rows;
import org.junit.jupiter.api.Test;

class MemoryTablesTest {

    private static final String ADD = "insert into note (name, seen) values (?, ?)";
    private static final Instant THEN = Instant.parse("2026-03-01T03:00:00Z");

    private final MemoryTables tables = new MemoryTables();

    private List<String> names() {
        return tables.query("select name from note order by name", row -> row.getString("name"));
    }

    @Test
    void hasTheTablesOfAllMigrationsForItselfAlone() {
        assertEquals(1, tables.update(ADD, "a", THEN));
        assertEquals(
                List.of(THEN),
                tables.query(
                        "select seen from note",
                        row -> row.getObject("seen", OffsetDateTime.class).toInstant()));
        assertEquals(List.of(), new MemoryTables().query("select name from note", row -> row.getString("name")));
    }

    @Test
    void rollsBackWhatFails() {
        assertThrows(
                IllegalArgumentException.class,
                () -> tables.write(connection -> {
                    Rows.update(connection, ADD, "a", null);
                    throw new IllegalArgumentException();
                }));
        assertEquals(List.of(), names());
    }

    @Test
    void tellsRowsThatAreThereAlreadyFromStatementsThatAreWrong() {
        tables.update(ADD, "a", null);
        assertEquals(
                ProblemKind.CONFLICT,
                assertThrows(PortalException.class, () -> tables.update(ADD, "a", null))
                        .kind());
        assertEquals(
                ProblemKind.INTERNAL,
                assertThrows(PortalException.class, () -> tables.update("insert into nothing values (1)"))
                        .kind());
    }

    @Test
    void refusesWorkWithinWork() {
        assertThrows(IllegalStateException.class, () -> tables.read(connection -> names()));
        assertEquals(List.of(), names());
    }
}
