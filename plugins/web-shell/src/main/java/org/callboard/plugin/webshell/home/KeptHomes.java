package org.callboard.plugin.webshell.home;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.storage.Rows;
import org.callboard.api.storage.Tables;
import org.callboard.api.storage.Work;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What is kept for people, by the name they are signed in with: their stars, what they looked at, their team and how their
 * cards stand. Each change is a small one, and those of one person are made one after another: two browsers don't undo each
 * other's. Thread-safe.
 */
@Component(service = KeptHomes.class)
public final class KeptHomes {

    static final int MOST_STARS = 200;
    static final int MOST_VISITS = 20;

    private static final int MOST_CARDS = 300;

    private final Tables tables;
    private final Clock clock;

    /** Keeps it in these tables. */
    @Activate
    public KeptHomes(@Reference Tables tables) {
        this(tables, Clock.systemUTC());
    }

    KeptHomes(Tables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** {@return the team whose things they want to see: a reference, {@code me}, or nothing for all that is theirs} */
    public String team(Caller caller) {
        return tables
                .query("select team from home where person = ?", row -> row.getString("team"), caller.getName())
                .stream()
                .findFirst()
                .orElse("");
    }

    /** Has them see a team's things from now on; see {@link #team}. */
    public void choose(Caller caller, String team) {
        inTurn(
                caller,
                connection ->
                        Rows.update(connection, "update home set team = ? where person = ?", team, caller.getName()));
    }

    /** {@return the entities that they have starred, the last one first} */
    public List<EntityRef> stars(Caller caller) {
        return tables.query(
                "select entity from star where person = ? order by since desc, entity",
                row -> EntityRef.parse(row.getString("entity")),
                caller.getName());
    }

    /**
     * Gives an entity a star, if it has none.
     *
     * @throws PortalException CONFLICT where they have starred too much already
     */
    public void star(Caller caller, EntityRef entity) {
        String person = caller.getName();
        inTurn(caller, connection -> {
            List<String> stars = Rows.query(
                    connection, "select entity from star where person = ?", row -> row.getString("entity"), person);
            if (stars.contains(entity.toString())) {
                return 0;
            }
            if (stars.size() >= MOST_STARS) {
                throw new PortalException(
                        ProblemKind.CONFLICT,
                        "You have starred " + MOST_STARS + " entities, which is as many as are kept.",
                        "Take the star from one that you don't need any more.");
            }
            String insert = "insert into star (person, entity, since) values (?, ?, ?)";
            return Rows.update(connection, insert, person, entity.toString(), clock.instant());
        });
    }

    /** Takes their star from an entity, if it has one. */
    public void unstar(Caller caller, EntityRef entity) {
        tables.update("delete from star where person = ? and entity = ?", caller.getName(), entity.toString());
    }

    /** {@return what they looked at and when, the last one first} */
    public Map<EntityRef, Instant> visits(Caller caller) {
        Map<EntityRef, Instant> visits = new LinkedHashMap<>();
        tables.query(
                        "select entity, seen from visit where person = ? order by seen desc, entity",
                        row -> Map.entry(
                                EntityRef.parse(row.getString("entity")),
                                row.getObject("seen", OffsetDateTime.class).toInstant()),
                        caller.getName())
                .forEach(visit -> visits.put(visit.getKey(), visit.getValue()));
        return visits;
    }

    /** Notes that they look at an entity now, and forgets what they looked at long ago. */
    public void visit(Caller caller, EntityRef entity) {
        String person = caller.getName();
        inTurn(caller, connection -> {
            Rows.update(connection, "delete from visit where person = ? and entity = ?", person, entity.toString());
            String insert = "insert into visit (person, entity, seen) values (?, ?, ?)";
            Rows.update(connection, insert, person, entity.toString(), clock.instant());
            return Rows.update(
                    connection,
                    "delete from visit where person = ? and entity not in"
                            + " (select entity from visit where person = ? order by seen desc limit " + MOST_VISITS
                            + ")",
                    person,
                    person);
        });
    }

    /** {@return what people looked at lately, that of most people first} */
    List<EntityRef> visitedByMany(int limit) {
        return tables.query(
                "select entity from visit group by entity order by count(*) desc, max(seen) desc limit ?",
                row -> EntityRef.parse(row.getString("entity")),
                limit);
    }

    /** {@return how their cards stand} */
    public Arrangement arrangement(Caller caller) {
        return tables.read(connection -> arrangement(connection, caller.getName()));
    }

    private static Arrangement arrangement(Connection connection, String person) throws SQLException {
        String order = "select card from placed_card where person = ? order by place";
        String hidden = "select card from hidden_card where person = ?";
        return new Arrangement(
                Rows.query(connection, order, row -> row.getString("card"), person),
                new HashSet<>(Rows.query(connection, hidden, row -> row.getString("card"), person)));
    }

    /**
     * Moves a card.
     *
     * @param usual all cards, as they stand where nobody moves them
     * @param before see {@link Arrangement#moved}
     */
    public void move(Caller caller, List<String> usual, String card, @Nullable String before) {
        String person = caller.getName();
        inTurn(caller, connection -> {
            List<String> moved = arrangement(connection, person).moved(usual, card, before);
            Rows.update(connection, "delete from placed_card where person = ?", person);
            int place = 0;
            for (String one : moved.subList(0, Math.min(MOST_CARDS, moved.size()))) {
                String insert = "insert into placed_card (person, card, place) values (?, ?, ?)";
                Rows.update(connection, insert, person, one, place++);
            }
            return place;
        });
    }

    /** Takes a card out of their sight. */
    public void hide(Caller caller, String card) {
        String person = caller.getName();
        inTurn(caller, connection -> {
            Rows.update(connection, "delete from hidden_card where person = ? and card = ?", person, card);
            return arrangement(connection, person).hidden().size() < MOST_CARDS
                    ? Rows.update(connection, "insert into hidden_card (person, card) values (?, ?)", person, card)
                    : 0;
        });
    }

    /** Puts a card where they see it. */
    public void show(Caller caller, String card) {
        tables.update("delete from hidden_card where person = ? and card = ?", caller.getName(), card);
    }

    /** Puts the cards as they stand where nobody moves them. */
    public void reset(Caller caller) {
        String person = caller.getName();
        inTurn(
                caller,
                connection -> Rows.update(connection, "delete from placed_card where person = ?", person)
                        + Rows.update(connection, "delete from hidden_card where person = ?", person));
    }

    /** Works when nobody else works on what is kept for this person. */
    private void inTurn(Caller caller, Work<Integer> work) {
        String person = caller.getName();
        if (tables.query("select person from home where person = ?", row -> row.getString("person"), person)
                .isEmpty()) {
            begin(person);
        }
        tables.write(connection -> {
            Rows.update(connection, "update home set team = team where person = ?", person);
            return work.run(connection);
        });
    }

    private void begin(String person) {
        try {
            tables.update("insert into home (person, team) values (?, '')", person);
        } catch (PortalException refusal) {
            if (refusal.kind() != ProblemKind.CONFLICT) {
                throw refusal;
            }
            // another of their browsers was first
        }
    }
}
