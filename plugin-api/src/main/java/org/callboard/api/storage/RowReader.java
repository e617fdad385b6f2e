package org.callboard.api.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.osgi.annotation.versioning.ConsumerType;

/** Makes a value of a row. */
@ConsumerType
@FunctionalInterface
public interface RowReader<T> {

    /** {@return the value of the row that the result stands at} */
    T read(ResultSet row) throws SQLException;
}
