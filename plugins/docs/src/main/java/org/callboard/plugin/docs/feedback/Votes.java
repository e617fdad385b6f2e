package org.callboard.plugin.docs.feedback;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.storage.Rows;
import org.callboard.api.storage.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether pages were helpful: one vote for each person and page, which may be changed. Thread-safe. */
@Component(service = Votes.class)
public final class Votes {

    private static final int MOST = 2_000;

    private final Tables tables;

    /** Keeps them in these tables. */
    @Activate
    public Votes(@Reference Tables tables) {
        this.tables = tables;
    }

    /** How many found a page helpful, and how many did not. */
    record Count(long yes, long no) {

        static final Count NONE = new Count(0, 0);

        private Count with(boolean isHelpful, long count) {
            return isHelpful ? new Count(yes + count, no) : new Count(yes, no + count);
        }
    }

    /**
     * Puts a vote in the place of the last of this person.
     *
     * @throws PortalException REFUSED where they have voted on too many pages
     */
    void put(DocPage page, String person, boolean isHelpful, Instant now) {
        String entity = page.entity().toString();
        String former = "delete from vote where entity = ? and page = ? and person = ?";
        String insert = "insert into vote (entity, page, person, helpful, voted) values (?, ?, ?, ?, ?)";
        tables.write(connection -> {
            Rows.update(connection, former, entity, page.address(), person);
            requireRoom(connection, person);
            return Rows.update(connection, insert, entity, page.address(), person, isHelpful, now);
        });
    }

    private static void requireRoom(Connection connection, String person) throws SQLException {
        String all = "select count(*) from vote where person = ?";
        if (Rows.query(connection, all, row -> row.getLong(1), person).get(0) >= MOST) {
            throw new PortalException(
                    ProblemKind.REFUSED,
                    "You have voted on " + MOST + " pages, and more are not kept.",
                    "Report what is wrong with this one.");
        }
    }

    /** {@return what a person said of a page} */
    Optional<Boolean> of(DocPage page, String person) {
        return tables
                .query(
                        "select helpful from vote where entity = ? and page = ? and person = ?",
                        row -> row.getBoolean(1),
                        page.entity().toString(),
                        page.address(),
                        person)
                .stream()
                .findFirst();
    }

    /** {@return what was said of the pages of an entity, by their addresses} */
    Map<String, Count> counts(EntityRef entity) {
        Map<String, Count> counts = new HashMap<>();
        List<Map.Entry<String, Count>> rows = tables.query(
                "select page, helpful, count(*) from vote where entity = ? group by page, helpful",
                row -> Map.entry(row.getString(1), Count.NONE.with(row.getBoolean(2), row.getLong(3))),
                entity.toString());
        rows.forEach(row -> counts.merge(
                row.getKey(),
                row.getValue(),
                (one, other) -> new Count(one.yes() + other.yes(), one.no() + other.no())));
        return counts;
    }
}
