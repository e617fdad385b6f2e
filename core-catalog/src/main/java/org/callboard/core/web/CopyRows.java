package org.callboard.core.web;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.callboard.core.db.Batch;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.callboard.core.web.Outcome.Fetched;

/** The table of copies. */
final class CopyRows {

    private final Database database;

    CopyRows(Database database) {
        this.database = database;
    }

    /** A row without its body. */
    record Row(String url, Validators validators, String hash, Instant readAt) {}

    List<Row> all() {
        return database.read(connection -> Rows.select(
                connection,
                "select url, etag, last_modified, hash, read_at from web_copy",
                row -> new Row(
                        row.getString(1),
                        new Validators(row.getString(2), row.getString(3)),
                        row.getString(4),
                        Instant.ofEpochMilli(row.getLong(5)))));
    }

    Optional<byte[]> body(WebUrl url) {
        return database
                .read(connection -> Rows.select(
                        connection,
                        "select body from web_copy where id = ?",
                        row -> row.getBytes(1),
                        id(url.toString())))
                .stream()
                .findFirst();
    }

    void write(WebUrl url, Fetched page, Instant at) {
        String id = id(url.toString());
        database.inTransaction(connection -> {
            Rows.updateIn(connection, "delete from web_copy where id in (%s)", List.of(id));
            try (Batch insert = new Batch(
                    connection,
                    "insert into web_copy (id, url, etag, last_modified, hash, body, read_at) values (?, ?, ?, ?, ?, ?, ?)")) {
                insert.add(
                        id,
                        url.toString(),
                        page.validators().etag(),
                        page.validators().lastModified(),
                        page.body().hash(),
                        page.body().bytes(),
                        at.toEpochMilli());
                insert.send();
            }
            return id;
        });
    }

    void delete(Collection<String> urls) {
        if (!urls.isEmpty()) {
            List<String> ids = urls.stream().map(CopyRows::id).toList();
            database.inTransaction(
                    connection -> Rows.updateIn(connection, "delete from web_copy where id in (%s)", ids));
        }
    }

    private static String id(String url) {
        return Body.hash(url);
    }
}
