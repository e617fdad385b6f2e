package org.callboard.plugin.scorecards.score;

import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.callboard.api.model.EntityRef;
import org.callboard.api.storage.Rows;
import org.callboard.api.storage.Tables;
import org.callboard.plugin.scorecards.standard.Standard;
import org.callboard.plugin.scorecards.standard.Track;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many entities were at which level on which day, and what changed: for {@value #DAYS} days. Thread-safe. */
@Component(service = History.class)
public final class History {

    /** How long it is kept. */
    public static final int DAYS = 400;

    private static final int MOST_CHANGES = 5_000;
    private static final long MOST_KEPT = 500_000;

    private final Tables tables;

    /** Keeps it in these tables. */
    @Activate
    public History(@Reference Tables tables) {
        this.tables = tables;
    }

    /**
     * How many were where.
     *
     * @param counts those without a level, those at the first, the second
     */
    public record Count(LocalDate day, String owner, List<Integer> counts) {}

    /** Writes how things stand today, in the place of what was written today before. */
    void writeDay(Standard standard, Board board, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        String ref = standard.ref().toString();
        tables.write(connection -> {
            Rows.update(connection, "delete from level_count where standard = ? and day_of = ?", ref, today);
            String sql = "insert into level_count (standard, track, owner, day_of, counts) values (?, ?, ?, ?, ?)";
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                for (int i = 0; i < standard.tracks().size(); i++) {
                    Track track = standard.tracks().get(i);
                    for (Map.Entry<String, int[]> owner :
                            counts(board, i, track).entrySet()) {
                        insert.setString(1, ref);
                        insert.setString(2, track.id());
                        insert.setString(3, owner.getKey());
                        insert.setObject(4, today);
                        insert.setString(5, text(owner.getValue()));
                        insert.addBatch();
                    }
                }
                return insert.executeBatch().length;
            }
        });
    }

    private static Map<String, int[]> counts(Board board, int track, Track levels) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Row row : board.byRef().values()) {
            int[] ofOwner = counts.computeIfAbsent(
                    row.owner(), owner -> new int[levels.levels().size() + 1]);
            ofOwner[row.rank(track)]++;
        }
        return counts;
    }

    private static String text(int[] counts) {
        return Arrays.stream(counts).mapToObj(String::valueOf).collect(Collectors.joining(","));
    }

    /** {@return the counts of each owner on each day since one, by rising day} */
    public List<Count> counts(EntityRef standard, String track, LocalDate since) {
        return tables.query(
                "select day_of, owner, counts from level_count where standard = ? and track = ? and day_of >= ?"
                        + " order by day_of",
                row -> new Count(
                        Objects.requireNonNull(row.getObject(1, LocalDate.class)),
                        row.getString(2),
                        Arrays.stream(row.getString(3).split(","))
                                .map(Integer::valueOf)
                                .toList()),
                standard.toString(),
                track,
                since);
    }

    /** {@return what changed since, the latest first, {@value #MOST_CHANGES} at the most} */
    public List<LevelChange> changes(EntityRef standard, Instant since) {
        return tables.query(
                "select track, entity, title, owner, was, became, changed from level_change"
                        + " where standard = ? and changed >= ? order by changed desc, id desc limit " + MOST_CHANGES,
                row -> new LevelChange(
                        row.getString(1),
                        EntityRef.parse(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getInt(6),
                        Objects.requireNonNull(row.getObject(7, OffsetDateTime.class))
                                .toInstant()),
                standard.toString(),
                since);
    }

    /** Forgets what is too old. */
    void prune(Instant now) {
        Instant oldest = now.minus(Duration.ofDays(DAYS));
        tables.update("delete from level_count where day_of < ?", LocalDate.ofInstant(oldest, ZoneOffset.UTC));
        tables.update("delete from level_change where changed < ?", oldest);
        tables.update("delete from level_change where id < (select max(id) from level_change) - ?", MOST_KEPT);
    }
}
