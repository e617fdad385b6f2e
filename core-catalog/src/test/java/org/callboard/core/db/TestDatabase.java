package org.callboard.core.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The databases that tests run on. A folder stands for one database of its own, also on the server. */
public enum TestDatabase {
    H2 {
        @Override
        public DatabaseAddress address(Path folder) {
            return DatabaseAddress.in(folder);
        }

        /** A connection that is closed while it is used here ends its transaction first; so it is the whole that ends. */
        @Override
        public void kill(Database database, Path folder) {
            String url = "jdbc:h2:async:" + folder.resolve("callboard").toAbsolutePath();
            try (Connection connection = DriverManager.getConnection(url, "sa", "");
                    Statement statement = connection.createStatement()) {
                statement.execute("shutdown immediately");
            } catch (SQLException failure) {
                throw new IllegalStateException("The database can't be killed", failure);
            }
            database.close();
        }
    },

    /** The server at {@code -Dpostgres.url}, or else one that is started for these tests. */
    POSTGRESQL {
        @Override
        public DatabaseAddress address(Path folder) {
            String server = Server.url();
            String schema = "t"
                    + UUID.nameUUIDFromBytes(folder.toString().getBytes(StandardCharsets.UTF_8))
                            .toString()
                            .replace("-", "")
                            .toLowerCase(Locale.ROOT);
            try (Connection connection = DriverManager.getConnection(server);
                    Statement statement = connection.createStatement()) {
                statement.execute("create schema if not exists " + schema);
            } catch (SQLException failure) {
                throw new IllegalStateException("PostgreSQL does not answer", failure);
            }
            return new DatabaseAddress(
                    server + (server.contains("?") ? "&" : "?") + "currentSchema=" + schema, null, null);
        }

        @Override
        public void kill(Database database, Path folder) {
            database.close();
        }
    };

    /** {@return where the database is that belongs to a folder} */
    public abstract DatabaseAddress address(Path folder);

    /** Opens the database that belongs to a folder, as it was left or else new. */
    public final Database open(Path folder) {
        DatabaseAddress address = address(folder);
        return new Database(address.url(), address.user(), address.password());
    }

    /** Closes a database as the end of its process does: a transaction that is under way is lost. */
    public abstract void kill(Database database, Path folder);

    /** One server for all tests of a process; it ends with the process. */
    private static final class Server {

        private static final @Nullable String URL = start();

        static String url() {
            Assumptions.assumeTrue(URL != null, "there is no PostgreSQL");
            return String.valueOf(URL);
        }

        private static @Nullable String start() {
            String given = System.getProperty("postgres.url", "");
            if (!given.isEmpty()) {
                return given;
            }
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start()
                        .getJdbcUrl("postgres", "postgres");
            } catch (IOException | RuntimeException failure) {
                if (Boolean.getBoolean("require.all")) {
                    throw new IllegalStateException("PostgreSQL can't be started and -Drequire.all=true", failure);
                }
                System.out.println("Tests on PostgreSQL are skipped: it can't be started here (" + failure.getMessage()
                        + "); -Dpostgres.url=jdbc:postgresql://... names a server.");
                return null;
            }
        }
    }
}
