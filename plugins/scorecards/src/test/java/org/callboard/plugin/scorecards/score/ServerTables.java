package org.callboard.plugin.scorecards.score;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.Stream;
import org.callboard.api.storage.Tables;
import org.callboard.api.storage.Work;
import org.callboard.testkit.run.Requirements;
import org.jspecify.annotations.Nullable;

/** The plugin's tables on PostgreSQL: at {@code -Dpostgres.url}, or else on a server that is started for these tests. */
public final class ServerTables implements Tables {

    private static final @Nullable String SERVER = start();

    private final String url;

    /** Makes them, empty; without a server the test is skipped or fails, as its requirements say. */
    public ServerTables() {
        Requirements.present(SERVER != null, "there is no PostgreSQL");
        String server = String.valueOf(SERVER);
        String schema = "s" + UUID.randomUUID().toString().replace("-", "");
        url = server + (server.contains("?") ? "&" : "?") + "currentSchema=" + schema;
        within(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create schema " + schema);
                for (String sql : migrations()) {
                    statement.execute(sql);
                }
            }
            connection.commit();
            return schema;
        });
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
            System.out.println("PostgreSQL can't be started here: " + failure.getMessage());
            return null;
        }
    }

    private static String[] migrations() {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/migrations"))) {
            return files.sorted().map(ServerTables::read).toArray(String[]::new);
        } catch (IOException failure) {
            throw new AssertionError("The migrations can't be listed.", failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new AssertionError(file.toString(), failure);
        }
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        return within(connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            T found = work.run(connection);
            connection.rollback();
            return found;
        });
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        return within(connection -> {
            T done = work.run(connection);
            connection.commit();
            return done;
        });
    }

    private <T extends @Nullable Object> T within(Work<T> work) {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            return work.run(connection);
        } catch (SQLException failure) {
            throw new AssertionError("PostgreSQL refuses: " + failure.getMessage(), failure);
        }
    }
}
