package org.callboard.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.core.db.Batch;
import org.callboard.core.db.Rows;
import org.callboard.core.entity.JsonCodec;

/** The table of entities that await stitching. One may be in it several times. */
final class PendingRows {

    private final JsonCodec codec;

    PendingRows(JsonCodec codec) {
        this.codec = codec;
    }

    /** A row: the number it got, and its entities. */
    record Row(long number, List<String> refs) {}

    void add(Connection connection, Collection<String> refs) throws SQLException {
        if (refs.isEmpty()) {
            return;
        }
        try (Batch insert = new Batch(connection, "insert into pending (refs) values (?)")) {
            insert.add(codec.encode(Json.ofTexts(List.copyOf(refs))));
            insert.send();
        }
    }

    /** {@return the first rows, by number} */
    List<Row> first(Connection connection, int rows) throws SQLException {
        return Rows.select(
                connection,
                "select number, refs from pending order by number fetch first ? rows only",
                row -> new Row(row.getLong(1), decode(row.getBytes(2))),
                rows);
    }

    private List<String> decode(byte[] refs) {
        return codec.decode(refs) instanceof Json.Arr array ? array.texts() : List.of();
    }

    /** Removes exactly these rows: one that was added meanwhile has its own number. */
    static int remove(Connection connection, List<Row> rows) throws SQLException {
        try (Batch delete = new Batch(connection, "delete from pending where number = ?")) {
            for (Row row : rows) {
                delete.add(row.number());
            }
            delete.send();
        }
        return rows.size();
    }
}
