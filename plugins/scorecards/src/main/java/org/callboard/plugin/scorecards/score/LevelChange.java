package org.callboard.plugin.scorecards.score;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.callboard.api.model.EntityRef;
import org.callboard.plugin.scorecards.score.Board.Change;
import org.callboard.plugin.scorecards.standard.Standard;

/**
 * An entity that reached or lost levels of a track.
 *
 * @param was how many levels it had reached
 * @param became how many it has now
 */
public record LevelChange(
        String track, EntityRef entity, String title, String owner, int was, int became, Instant time) {

    /** {@return what changed in tracks whose levels are what they were} */
    static List<LevelChange> of(Shape former, Standard standard, List<Change> changes, Instant now) {
        List<LevelChange> found = new ArrayList<>();
        List<String> tracks = Shape.of(standard).tracks();
        for (int i = 0; i < tracks.size(); i++) {
            int was = former.tracks().indexOf(tracks.get(i));
            if (was >= 0) {
                collect(changes, was, i, standard.tracks().get(i).id(), now, found);
            }
        }
        return found;
    }

    private static void collect(
            List<Change> changes, int was, int is, String track, Instant now, List<LevelChange> found) {
        for (Change change : changes) {
            Row before = change.before();
            Row after = change.after();
            if (before != null && after != null && before.rank(was) != after.rank(is)) {
                found.add(new LevelChange(
                        track, after.ref(), after.title(), after.owner(), before.rank(was), after.rank(is), now));
            }
        }
    }

    static void insert(Connection connection, EntityRef standard, List<LevelChange> changes) throws SQLException {
        String sql = "insert into level_change (standard, track, entity, title, owner, was, became, changed)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (LevelChange change : changes) {
                insert.setString(1, standard.toString());
                insert.setString(2, change.track());
                insert.setString(3, change.entity().toString());
                insert.setString(4, change.title());
                insert.setString(5, change.owner());
                insert.setInt(6, change.was());
                insert.setInt(7, change.became());
                insert.setObject(8, ScoreStore.stored(change.time()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
