package org.callboard.core.db;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A table as the database itself describes it.
 *
 * @param name in lower case
 * @param columns what each column holds, in order
 * @param numbered the columns that the database fills with a number of its own
 */
public record Table(String name, Map<String, Cell> columns, Set<String> numbered) {

    private static final String[] TYPES = {"TABLE", "BASE TABLE"};

    /** {@return the tables of a database, by name; that of the migrations is not among them} */
    public static List<Table> all(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        DatabaseMetaData database = connection.getMetaData();
        try (ResultSet rows = database.getTables(connection.getCatalog(), connection.getSchema(), "%", TYPES)) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME"));
            }
        }
        List<Table> tables = new ArrayList<>();
        for (String name : names) {
            if (!name.equalsIgnoreCase(Migrations.TABLE)) {
                tables.add(of(connection, name));
            }
        }
        return tables;
    }

    private static Table of(Connection connection, String name) throws SQLException {
        Map<String, Cell> columns = new LinkedHashMap<>();
        Set<String> numbered = new TreeSet<>();
        DatabaseMetaData database = connection.getMetaData();
        String pattern = name.replace("_", database.getSearchStringEscape() + "_");
        try (ResultSet rows = database.getColumns(connection.getCatalog(), connection.getSchema(), pattern, "%")) {
            while (rows.next()) {
                String column = rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                columns.put(column, Cell.ofType(rows.getInt("DATA_TYPE"), name + "." + column));
                if ("YES".equals(rows.getString("IS_AUTOINCREMENT"))) {
                    numbered.add(column);
                }
            }
        }
        return new Table(name.toLowerCase(Locale.ROOT), columns, numbered);
    }
}
