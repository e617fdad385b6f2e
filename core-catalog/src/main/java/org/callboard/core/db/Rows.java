package org.callboard.core.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements about rows that are named by their keys, however many. */
public final class Rows {

    private static final int KEYS = 100;
    private static final String MARKS = String.join(",", Collections.nCopies(KEYS, "?"));

    private Rows() {}

    /** Makes a value of the row that a result stands at. */
    @FunctionalInterface
    public interface Reader<T> {

        /** Reads the row. */
        T read(ResultSet row) throws SQLException;
    }

    /** {@return the values of all rows}, the statement having one {@code ?} for each of the values given */
    public static <T> List<T> select(Connection connection, String sql, Reader<T> reader, Object... values)
            throws SQLException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            read(statement, reader, found);
        }
        return found;
    }

    /** {@return the values of the rows with these keys}, the statement having {@code in (%s)} in place of them */
    public static <T> List<T> selectIn(Connection connection, String sql, Collection<?> keys, Reader<T> reader)
            throws SQLException {
        List<T> found = new ArrayList<>();
        if (keys.isEmpty()) {
            return found;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql.formatted(MARKS))) {
            for (Iterator<?> rest = keys.iterator(); rest.hasNext(); ) {
                bind(statement, rest);
                read(statement, reader, found);
            }
        }
        return found;
    }

    /** Changes rows by a statement with one {@code ?} for each of the values given. {@return how many were changed} */
    public static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    /** Changes the rows with these keys. {@return how many were changed} */
    public static int updateIn(Connection connection, String sql, Collection<?> keys) throws SQLException {
        int changed = 0;
        if (keys.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql.formatted(MARKS))) {
            for (Iterator<?> rest = keys.iterator(); rest.hasNext(); ) {
                bind(statement, rest);
                changed += statement.executeUpdate();
            }
        }
        return changed;
    }

    /** Fills all the marks, with the last key again where there are fewer, so that the statement's text stays the same. */
    private static void bind(PreparedStatement statement, Iterator<?> keys) throws SQLException {
        Object key = keys.next();
        for (int i = 1; i <= KEYS; i++) {
            statement.setObject(i, key);
            if (i < KEYS && keys.hasNext()) {
                key = keys.next();
            }
        }
    }

    private static <T> void read(PreparedStatement statement, Reader<T> reader, List<T> into) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                into.add(reader.read(rows));
            }
        }
    }
}
