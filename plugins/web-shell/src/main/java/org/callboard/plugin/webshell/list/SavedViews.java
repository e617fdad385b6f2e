package org.callboard.plugin.webshell.list;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.storage.Rows;
import org.callboard.api.storage.Tables;

/** What people have saved under a name of their own: the query of the page's address. */
public record SavedViews(Tables tables) {

    private static final int MOST = 100;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_QUERY = 4_000;

    /** {@return a person's views, by name} */
    public Json.Obj list(Caller caller) {
        List<Json.Obj> views = tables.query(
                "select name, query_text from saved_view where person = ? order by lower(name), name",
                row -> Json.object()
                        .put("name", row.getString("name"))
                        .put("query", row.getString("query_text"))
                        .build(),
                caller.getName());
        return Json.object().put("views", new Json.Arr(List.copyOf(views))).build();
    }

    /** Saves one, in the place of the one that has its name. */
    public void save(Caller caller, String name, String query) {
        if (name.isBlank() || name.length() > LONGEST_NAME || query.length() > LONGEST_QUERY) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "The view has no name, or it is too long.",
                    "Give it a name of " + LONGEST_NAME + " characters at most, and " + LONGEST_QUERY + " of query.");
        }
        int added = tables.write(connection -> {
            int replaced = delete(connection, caller, name.strip());
            if (replaced == 0) {
                refuseMore(connection, caller);
            }
            return Rows.update(
                    connection,
                    "insert into saved_view (person, name, query_text) values (?, ?, ?)",
                    caller.getName(),
                    name.strip(),
                    query);
        });
        assert added == 1;
    }

    /** Forgets one. {@return whether it was there} */
    public boolean remove(Caller caller, String name) {
        return tables.write(connection -> delete(connection, caller, name)) > 0;
    }

    private static int delete(Connection connection, Caller caller, String name) throws SQLException {
        return Rows.update(connection, "delete from saved_view where person = ? and name = ?", caller.getName(), name);
    }

    private static void refuseMore(Connection connection, Caller caller) throws SQLException {
        int kept = Rows.query(
                        connection,
                        "select count(*) from saved_view where person = ?",
                        row -> row.getInt(1),
                        caller.getName())
                .get(0);
        if (kept >= MOST) {
            throw new PortalException(
                    ProblemKind.CONFLICT,
                    "There are " + MOST + " saved views already.",
                    "Delete one that you don't need.");
        }
    }
}
