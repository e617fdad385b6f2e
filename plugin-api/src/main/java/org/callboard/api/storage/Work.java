package org.callboard.api.storage;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/** What is done in one transaction. */
@ConsumerType
@FunctionalInterface
public interface Work<T extends @Nullable Object> {

    /**
     * Does it, on the thread that asked for it.
     *
     * @param connection good until this returns; then it, its statements and their results are closed. The portal ends the
     *     transaction: what would commit, roll back, close or switch the connection throws, as do statements other than
     *     {@code select}, {@code values}, {@code with}, {@code insert}, {@code update}, {@code delete} and {@code merge}
     */
    T run(Connection connection) throws SQLException;
}
