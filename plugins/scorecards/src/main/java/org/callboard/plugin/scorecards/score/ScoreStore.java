package org.callboard.plugin.scorecards.score;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.callboard.api.model.EntityRef;
import org.callboard.api.storage.Rows;
import org.callboard.api.storage.Tables;
import org.callboard.plugin.scorecards.score.Board.Change;
import org.jspecify.annotations.Nullable;

/** Scores in the plugin's tables. Thread-safe. */
final class ScoreStore {

    private static final int BATCH = 1_000;
    /** By both parts of the key: H2 sorts all that is left where the first is not named, each time. */
    static final String SCORES = "select entity, title, owner, system, states, ranks from score"
            + " where standard = ? and entity > ? order by standard, entity limit " + BATCH;

    private static final String BOARD = "select shape, computed, revisions from board where standard = ?";

    private final Tables tables;

    ScoreStore(Tables tables) {
        this.tables = tables;
    }

    /**
     * Scores as they were stored.
     *
     * @param revisions which plugins' revisions offered facts
     */
    record Stored(Board board, Map<String, String> revisions) {}

    /** {@return the scores by a standard as they were stored; none where nothing was} Reads many in several transactions. */
    Optional<Stored> read(EntityRef standard) {
        Map<EntityRef, Row> rows = new HashMap<>();
        String last = "";
        boolean isMore = true;
        while (isMore) {
            List<Row> some = tables.query(SCORES, ScoreStore::row, standard.toString(), last);
            some.forEach(row -> rows.put(row.ref(), row));
            isMore = some.size() == BATCH;
            last = isMore ? some.get(BATCH - 1).ref().toString() : last;
        }
        return tables.query(BOARD, row -> board(row, rows), standard.toString()).stream()
                .findFirst();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                EntityRef.parse(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6));
    }

    /** Rows that were written for another shape, before the portal came to an end, say nothing. */
    private static Stored board(ResultSet row, Map<EntityRef, Row> rows) throws SQLException {
        Shape shape = Shape.read(row.getString(1));
        rows.values()
                .removeIf(score -> score.states().length() != shape.checks().size()
                        || score.ranks().length() != shape.tracks().size());
        Board board = Board.lastKnown(shape, time(row.getObject(2, OffsetDateTime.class)), rows);
        return new Stored(board, Revisions.read(row.getString(3)));
    }

    private static Instant time(@Nullable OffsetDateTime stored) {
        return Objects.requireNonNull(stored).toInstant();
    }

    /** Writes changes, and the levels that rise or fall by them, many in a transaction. */
    void write(EntityRef standard, List<Change> changes, List<LevelChange> levels) {
        Map<EntityRef, List<LevelChange>> byEntity = new HashMap<>();
        levels.forEach(level -> byEntity.computeIfAbsent(level.entity(), ref -> new java.util.ArrayList<>())
                .add(level));
        for (int i = 0; i < changes.size(); i += BATCH) {
            List<Change> some = changes.subList(i, Math.min(changes.size(), i + BATCH));
            List<LevelChange> theirs = some.stream()
                    .flatMap(change -> byEntity.getOrDefault(change.entity(), List.of()).stream())
                    .toList();
            tables.write(connection -> {
                delete(connection, standard, some);
                insert(connection, standard, some);
                LevelChange.insert(connection, standard, theirs);
                return some.size();
            });
        }
    }

    private static void delete(Connection connection, EntityRef standard, List<Change> changes) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from score where standard = ? and entity = ?")) {
            delete.setString(1, standard.toString());
            for (Change change : changes) {
                delete.setString(2, change.entity().toString());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    private static void insert(Connection connection, EntityRef standard, List<Change> changes) throws SQLException {
        String sql =
                "insert into score (standard, entity, title, owner, system, states, ranks) values (?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, standard.toString());
            for (Change change : changes) {
                Row row = change.after();
                if (row != null) {
                    insert.setString(2, row.ref().toString());
                    insert.setString(3, row.title());
                    insert.setString(4, row.owner());
                    insert.setString(5, row.system());
                    insert.setString(6, row.states());
                    insert.setString(7, row.ranks());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** Writes what the rows stand for from now on. */
    void writeShape(EntityRef standard, Board board, Map<String, String> revisions) {
        tables.write(connection -> {
            Rows.update(connection, "delete from board where standard = ?", standard.toString());
            return Rows.update(
                    connection,
                    "insert into board (standard, shape, computed, revisions) values (?, ?, ?, ?)",
                    standard.toString(),
                    board.shape().text(),
                    board.computed(),
                    Revisions.text(revisions));
        });
    }

    /** Forgets the scores of standards that are gone; their history stays for as long as all history does. */
    void keepOnly(List<EntityRef> standards) {
        List<String> known = tables.query("select standard from board", row -> row.getString(1));
        for (String gone : known) {
            if (!standards.contains(EntityRef.parse(gone))) {
                tables.write(connection -> Rows.update(connection, "delete from score where standard = ?", gone)
                        + Rows.update(connection, "delete from board where standard = ?", gone));
            }
        }
    }

    static OffsetDateTime stored(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
