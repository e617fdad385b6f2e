package org.callboard.core.pluginstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.problem.PortalException;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.callboard.core.signature.AcceptedKey;
import org.callboard.core.signature.Signer;
import org.jspecify.annotations.Nullable;

/** Who owns the plugins' names: whoever installed a plugin first, until an operator releases its name. */
public final class NameClaims {

    private final Database database;

    public NameClaims(Database database) {
        this.database = database;
    }

    /**
     * Checks that a jar may bear its name.
     *
     * @throws RefusedException where the name belongs to another owner
     */
    void check(PluginArchive archive) {
        database.read(connection -> {
            check(connection, archive);
            return archive;
        });
    }

    /**
     * Claims the name for the jar's owner, in the transaction that installs it. A claim for nobody goes to the first owner.
     *
     * @throws RefusedException where another was faster
     */
    static void claim(Connection connection, PluginArchive archive, ProvenOrigin origin) throws SQLException {
        List<@Nullable String> owners = check(connection, archive);
        Signer signer = origin.signer();
        String statement = owners.isEmpty()
                ? "insert into plugin_name (owner, signer, claimed_at, id) values (?, ?, ?, ?)"
                : "update plugin_name set owner = ?, signer = ?, claimed_at = ? where id = ? and owner is null";
        try (PreparedStatement claim = connection.prepareStatement(statement)) {
            claim.setString(1, archive.owner());
            claim.setString(2, signer == null ? null : signer.fingerprint());
            claim.setTimestamp(3, Timestamp.from(Instant.now()));
            claim.setString(4, archive.id());
            claim.executeUpdate();
        }
    }

    /** Gives a name free for the next owner that installs a plugin of it. {@return whether it belonged to somebody} */
    public boolean release(String id) {
        return database.inTransaction(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from plugin_name where id = ?")) {
                delete.setString(1, id);
                return delete.executeUpdate() > 0;
            }
        });
    }

    /** {@return whose a name is, or null where it is nobody's} */
    public @Nullable String owner(String id) {
        return database
                .read(connection -> Rows.select(
                        connection,
                        "select owner from plugin_name where id = ? and owner is not null",
                        row -> row.getString(1),
                        id))
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static List<@Nullable String> check(Connection connection, PluginArchive archive) throws SQLException {
        List<@Nullable String> owners = Rows.select(
                connection, "select owner from plugin_name where id = ?", row -> row.getString(1), archive.id());
        for (String owner : owners) {
            if (owner != null && !canonical(owner).equals(canonical(archive.owner()))) {
                throw new RefusedException(new Diagnosis(
                        "Plugin '" + archive.id() + "' was refused.",
                        "The name belongs to " + owner + ", who installed it first, and this jar is "
                                + (archive.owner() == null ? "nobody's." : "of " + archive.owner() + "."),
                        "Give the plugin another artifactId, or have an operator release the name."));
            }
        }
        return owners;
    }

    private static String canonical(@Nullable String owner) {
        if (owner == null) {
            return "";
        }
        try {
            return AcceptedKey.owner(owner).toString();
        } catch (PortalException noReference) {
            return owner.toLowerCase(Locale.ROOT);
        }
    }
}
