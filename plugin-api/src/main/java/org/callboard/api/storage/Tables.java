package org.callboard.api.storage;

import java.util.List;
import org.callboard.api.problem.PortalException;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The plugin's own tables, a service of the portal: those that the files {@code migrations/0001-what-it-makes.sql} and so on
 * in its jar make, in a schema that is the plugin's alone. Thread-safe.
 *
 * <p>Work runs on the thread that asks, in one transaction on a connection of its own. A plugin has 4 of them at once; one
 * more waits for 10 s. A transaction has 10 s as well: then its statement is cancelled, it is rolled back, and its connection
 * is of no use any more. Work within work on the same thread is refused: it would wait for itself.
 *
 * <p>Whatever the database refuses becomes a {@link PortalException} with the {@code SQLException} as its cause: CONFLICT
 * where a row is there already or refers to one that is not, UNAVAILABLE where it may succeed later, and INTERNAL where the
 * statement is wrong. What the work itself throws reaches the caller as it is. Either way the transaction is rolled back.
 */
@ProviderType
public interface Tables {

    /** Reads all tables as they are at one moment, whatever others change meanwhile. {@return what the work returns} */
    <T extends @Nullable Object> T read(Work<T> work);

    /**
     * Reads and changes. What was changed is durable when this returns. Each statement sees what others have committed by
     * then ({@code READ COMMITTED}). Where the database gives the transaction up for the sake of another one, the work is
     * run again, three times at the most; so let it do nothing that a rollback does not undo.
     *
     * @return what the work returns
     */
    <T extends @Nullable Object> T write(Work<T> work);

    /** {@return the values of all rows that a statement finds} See {@link Rows#query} for the values. */
    default <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... values) {
        return read(connection -> Rows.query(connection, sql, reader, values));
    }

    /** Adds, changes or deletes rows by one statement. {@return how many} See {@link Rows#query} for the values. */
    default int update(String sql, @Nullable Object... values) {
        return write(connection -> Rows.update(connection, sql, values));
    }
}
