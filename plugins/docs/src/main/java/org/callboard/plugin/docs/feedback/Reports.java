package org.callboard.plugin.docs.feedback;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.storage.Rows;
import org.callboard.api.storage.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is wrong with pages, as readers say. Thread-safe. */
@Component(service = Reports.class)
public final class Reports {

    /** The most of one page that are shown. */
    static final int SHOWN = 100;

    static final int MOST_OPEN = 1_000;
    static final int MOST_A_DAY = 20;
    static final int DAYS_KEPT = 400;

    private final Tables tables;

    /** Keeps them in these tables. */
    @Activate
    public Reports(@Reference Tables tables) {
        this.tables = tables;
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getLong("id"),
                row.getString("page"),
                new Report.Said(row.getString("section"), row.getString("quote"), row.getString("words")),
                row.getString("person"),
                Objects.requireNonNull(row.getObject("made", OffsetDateTime.class))
                        .toInstant());
    }

    /**
     * Keeps a report.
     *
     * @throws PortalException REFUSED where there are too many
     */
    void add(DocPage page, Report.Said said, String person, Instant now) {
        tables.write(connection -> {
            requireRoom(connection, page.entity(), person, now);
            return Rows.update(
                    connection,
                    "insert into report (entity, page, section, quote, words, person, made)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    page.entity().toString(),
                    page.address(),
                    said.section(),
                    said.quote(),
                    said.words(),
                    person,
                    now);
        });
    }

    private static void requireRoom(Connection connection, EntityRef entity, String person, Instant now)
            throws SQLException {
        String own = "select count(*) from report where person = ? and made > ?";
        if (count(connection, own, person, now.minus(Duration.ofDays(1))) >= MOST_A_DAY) {
            throw new PortalException(
                    ProblemKind.REFUSED,
                    "You have sent " + MOST_A_DAY + " reports within a day.",
                    "Send the others tomorrow, or tell the owner directly.");
        }
        String open = "select count(*) from report where entity = ? and closed is null";
        if (count(connection, open, entity.toString()) >= MOST_OPEN) {
            throw new PortalException(
                    ProblemKind.REFUSED,
                    "The documentation of " + entity + " has " + MOST_OPEN + " open reports, and no room for more.",
                    "Ask its owner to close those that are done.");
        }
    }

    private static long count(Connection connection, String sql, Object... values) throws SQLException {
        return Rows.query(connection, sql, row -> row.getLong(1), values).get(0);
    }

    /** {@return the open reports of a page, the latest first, {@value #SHOWN} at the most} */
    List<Report> open(DocPage page) {
        return tables.query(
                "select * from report where entity = ? and page = ? and closed is null order by id desc limit " + SHOWN,
                Reports::report,
                page.entity().toString(),
                page.address());
    }

    /** {@return how many reports of each page are open, by its address} */
    Map<String, Long> open(EntityRef entity) {
        Map<String, Long> counts = new HashMap<>();
        tables.query(
                        "select page, count(*) from report where entity = ? and closed is null group by page",
                        row -> Map.entry(row.getString(1), row.getLong(2)),
                        entity.toString())
                .forEach(row -> counts.put(row.getKey(), row.getValue()));
        return counts;
    }

    /** {@return how many reports are open, by the entity whose documentation they are about} */
    Map<EntityRef, Long> open() {
        Map<EntityRef, Long> counts = new HashMap<>();
        tables.query(
                        "select entity, count(*) from report where closed is null group by entity",
                        row -> Map.entry(EntityRef.parse(row.getString(1)), row.getLong(2)))
                .forEach(row -> counts.put(row.getKey(), row.getValue()));
        return counts;
    }

    /** {@return an open report of an entity's documentation} */
    Optional<Report> find(EntityRef entity, long id) {
        return tables
                .query(
                        "select * from report where entity = ? and id = ? and closed is null",
                        Reports::report,
                        entity.toString(),
                        id)
                .stream()
                .findFirst();
    }

    /** Closes a report. {@return whether it was open} */
    boolean close(EntityRef entity, long id, String closer, String note, Instant now) {
        return tables.update(
                        "update report set closed = ?, closer = ?, note = ?"
                                + " where entity = ? and id = ? and closed is null",
                        now,
                        closer,
                        note,
                        entity.toString(),
                        id)
                > 0;
    }

    /** Forgets what was closed long ago. */
    void prune(Instant now) {
        tables.update("delete from report where closed < ?", now.minus(Duration.ofDays(DAYS_KEPT)));
    }
}
