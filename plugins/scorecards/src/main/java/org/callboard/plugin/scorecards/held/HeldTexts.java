package org.callboard.plugin.scorecards.held;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.callboard.api.storage.Rows;
import org.callboard.api.storage.Tables;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The texts of standards that the portal keeps, the last {@value #KEPT} versions of each. Thread-safe. */
@Component(service = HeldTexts.class)
public final class HeldTexts {

    /** The most versions of one standard. */
    static final int KEPT = 50;

    private static final String SELECT = "select name, version, content, written, writer from standard_text ";

    private final Tables tables;

    /** Keeps them in these tables. */
    @Activate
    public HeldTexts(@Reference Tables tables) {
        this.tables = tables;
    }

    /**
     * A version of a text.
     *
     * @param content null where the standard was removed
     * @param writer who wrote it, as a reference
     */
    public record Version(
            String name, int version, @Nullable String content, Instant written, String writer) {}

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getString("name"),
                row.getInt("version"),
                row.getString("content"),
                Objects.requireNonNull(row.getObject("written", OffsetDateTime.class))
                        .toInstant(),
                row.getString("writer"));
    }

    /** {@return the versions of a standard, the latest first} */
    public List<Version> of(String name) {
        return tables.query(SELECT + "where name = ? order by version desc", HeldTexts::version, name);
    }

    /** {@return the latest version of a standard that was not removed} */
    public Optional<Version> latest(String name) {
        return of(name).stream().findFirst().filter(version -> version.content() != null);
    }

    /** {@return the latest version of each standard that was not removed} */
    List<Version> all() {
        return tables
                .query(
                        SELECT + "as t where version = (select max(version) from standard_text where name = t.name)"
                                + " order by name",
                        HeldTexts::version)
                .stream()
                .filter(version -> version.content() != null)
                .toList();
    }

    /** Adds a version. {@return its number} */
    int add(String name, @Nullable String content, String writer) {
        return tables.write(connection -> add(connection, name, content, writer));
    }

    private static int add(Connection connection, String name, @Nullable String content, String writer)
            throws SQLException {
        int next = 1
                + Rows.query(
                                connection,
                                "select coalesce(max(version), 0) from standard_text where name = ?",
                                row -> row.getInt(1),
                                name)
                        .get(0);
        Rows.update(
                connection,
                "insert into standard_text (name, version, content, written, writer) values (?, ?, ?, ?, ?)",
                name,
                next,
                content,
                Instant.now(),
                writer);
        Rows.update(connection, "delete from standard_text where name = ? and version <= ?", name, next - KEPT);
        return next;
    }
}
