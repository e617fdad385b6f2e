package org.callboard.core.refresh;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** A trigger that lets nobody write a row. */
public final class Refusing implements Trigger {

    private String table = "";

    @Override
    public void init(Connection connection, String schema, String name, String table, boolean before, int type) {
        this.table = table;
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] former, Object @Nullable [] row) throws SQLException {
        throw new SQLException("A row of " + table + " was written.");
    }
}
