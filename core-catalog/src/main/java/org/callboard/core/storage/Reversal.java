package org.callboard.core.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.callboard.core.db.Rows;
import org.callboard.core.storage.Change.NewIndex;
import org.callboard.core.storage.Change.NewTable;
import org.callboard.core.storage.Migration.Statement;
import org.callboard.core.storage.RecordedMigrations.Recorded;

/**
 * Takes back what was made of migrations. All tables are untied meanwhile: a database may have begun to use a new index for an
 * old reference, and would not let go of it otherwise.
 */
record Reversal(Connection connection, Definitions definitions) {

    /** Takes back what these have begun; it may be cut off and done again. */
    void run(List<Recorded> migrations) throws SQLException {
        List<Change> kept = new ArrayList<>();
        List<Change> undone = new ArrayList<>();
        for (Recorded recorded : migrations) {
            if (recorded.isApplied()) {
                recorded.migration().statements().forEach(statement -> kept.add(statement.change()));
            } else {
                undone.addAll(0, begun(recorded));
            }
        }
        if (!undone.isEmpty()) {
            undo(undone, kept);
        }
    }

    private void undo(List<Change> undone, List<Change> kept) throws SQLException {
        for (Change change : kept) {
            execute(definitions.untie(change));
        }
        for (Change change : undone) {
            execute(definitions.untie(change));
        }
        for (Change change : undone) {
            if (!goesWithItsTable(change, undone)) {
                execute(List.of(definitions.undo(change)));
            }
        }
        for (Change change : kept) {
            execute(definitions.ties(change));
        }
    }

    /** {@return the changes of which something may be there, the last one first} */
    private List<Change> begun(Recorded recorded) {
        List<Change> begun = new ArrayList<>();
        int first = 0;
        for (Statement statement : recorded.migration().statements()) {
            if (first < recorded.made()) {
                begun.add(0, statement.change());
            }
            first += definitions.all(statement.change()).size();
        }
        return begun;
    }

    private static boolean goesWithItsTable(Change change, List<Change> undone) {
        return change instanceof NewIndex
                && undone.stream()
                        .anyMatch(other ->
                                other instanceof NewTable made && made.table().equals(change.table()));
    }

    private void execute(List<String> statements) throws SQLException {
        for (String statement : statements) {
            Rows.update(connection, statement);
        }
    }
}
