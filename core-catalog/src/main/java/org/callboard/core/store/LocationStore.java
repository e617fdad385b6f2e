package org.callboard.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.callboard.api.catalog.Location;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;

/** The table of registered locations. */
public final class LocationStore {

    private static final int LONGEST_TARGET = 8_000;

    private final Database database;
    private final Clock clock;

    /** Keeps them in this database. */
    public LocationStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** {@return all, by id} */
    public List<Location> all() {
        return database.read(connection -> Rows.select(
                connection,
                "select id, type, target from location order by id",
                row -> new Location(row.getString(1), row.getString(2), row.getString(3))));
    }

    /** {@return how many there are} */
    public int count() {
        return database.read(
                connection -> Rows.select(connection, "select count(*) from location", row -> row.getInt(1))
                        .get(0));
    }

    /**
     * Adds a location.
     *
     * @throws PortalException CONFLICT where its place is registered already
     */
    public void add(Location location, String caller) {
        database.inTransaction(connection -> {
            requireFree(connection, location);
            return insert(connection, location, caller);
        });
    }

    /**
     * Has the location with this id name another place.
     *
     * @throws PortalException CONFLICT where that place is registered already; NOT_FOUND where there is no such id
     */
    public void move(Location location, String caller) {
        database.inTransaction(connection -> {
            requireFree(connection, location);
            requireOne(delete(connection, location.id()), location.id());
            return insert(connection, location, caller);
        });
    }

    /**
     * Removes the location with this id.
     *
     * @throws PortalException NOT_FOUND where there is none
     */
    public void remove(String id) {
        requireOne(database.inTransaction(connection -> delete(connection, id)), id);
    }

    private static void requireFree(Connection connection, Location location) throws SQLException {
        String place = location.type() + ":" + location.target();
        if (location.target().length() > LONGEST_TARGET) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT, "The target is longer than " + LONGEST_TARGET + " characters.");
        }
        if (!Rows.select(
                        connection,
                        "select id from location where place = ?",
                        row -> row.getString(1),
                        SourceRows.id(place))
                .isEmpty()) {
            throw new PortalException(ProblemKind.CONFLICT, "Location " + place + " already exists");
        }
    }

    private static void requireOne(int rows, String id) {
        if (rows == 0) {
            throw new PortalException(ProblemKind.NOT_FOUND, "Found no location with ID " + id);
        }
    }

    private int insert(Connection connection, Location location, String caller) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into location (id, type, target, place, caller, registered_at) values (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, location.id());
            insert.setString(2, location.type());
            insert.setString(3, location.target());
            insert.setString(4, SourceRows.id(location.type() + ":" + location.target()));
            insert.setString(5, caller);
            insert.setTimestamp(6, Timestamp.from(clock.instant()));
            return insert.executeUpdate();
        }
    }

    private static int delete(Connection connection, String id) throws SQLException {
        return Rows.updateIn(connection, "delete from location where id in (%s)", List.of(id));
    }
}
