package org.callboard.core.pluginstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.callboard.core.signature.Signer;
import org.jspecify.annotations.Nullable;

/** Whose signature each kept jar was accepted for. */
final class JarSigners {

    /** Columns for {@link #signer}, of a row of the table {@code plugin}. */
    static final String OF_PLUGIN = "(select signer from plugin_jar where digest = plugin.digest) as signer,"
            + " (select signer_subject from plugin_jar where digest = plugin.digest) as signer_subject";

    private final Database database;

    JarSigners(Database database) {
        this.database = database;
    }

    /** Records, in the transaction that keeps the jar, whose signature covers it. */
    static void keep(Connection connection, String digest, ProvenOrigin origin) throws SQLException {
        Signer signer = origin.signer();
        if (signer == null) {
            return;
        }
        try (PreparedStatement update =
                connection.prepareStatement("update plugin_jar set signer = ?, signer_subject = ? where digest = ?")) {
            update.setString(1, signer.fingerprint());
            update.setString(2, signer.subject());
            update.setString(3, digest);
            update.executeUpdate();
        }
    }

    static @Nullable Signer signer(ResultSet row) throws SQLException {
        String fingerprint = row.getString("signer");
        return fingerprint == null ? null : new Signer(row.getString("signer_subject"), fingerprint);
    }

    /** {@return whose signature the jar was accepted for} */
    Optional<Signer> of(String digest) {
        return database.read(connection -> Rows.select(
                        connection,
                        "select signer_subject, signer from plugin_jar where digest = ? and signer is not null",
                        row -> new Signer(row.getString(1), row.getString(2)),
                        digest)
                .stream()
                .findFirst());
    }
}
