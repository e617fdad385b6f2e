package org.callboard.core.pluginstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.callboard.core.db.Database;

/** Which jars came by a declaration: a table. */
public final class DeclaredRows {

    private final Database database;

    public DeclaredRows(Database database) {
        this.database = database;
    }

    /** {@return the digest that came by a declaration, by plugin} */
    public Map<String, String> all() {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select id, digest from declared_plugin");
                    ResultSet rows = select.executeQuery()) {
                Map<String, String> found = new TreeMap<>();
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getString(2));
                }
                return found;
            }
        });
    }

    public void put(String id, String digest) {
        database.inTransaction(connection -> {
            delete(connection, id);
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into declared_plugin (id, digest) values (?, ?)")) {
                insert.setString(1, id);
                insert.setString(2, digest);
                return insert.executeUpdate();
            }
        });
    }

    public void delete(String id) {
        database.inTransaction(connection -> delete(connection, id));
    }

    private static int delete(Connection connection, String id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from declared_plugin where id = ?")) {
            delete.setString(1, id);
            return delete.executeUpdate();
        }
    }
}
