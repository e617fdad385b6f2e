package org.callboard.core.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Work on a connection that is lent for its duration; it neither commits nor closes it. */
@FunctionalInterface
public interface SqlWork<T extends @Nullable Object> {

    /** Does the work. */
    T run(Connection connection) throws SQLException;
}
