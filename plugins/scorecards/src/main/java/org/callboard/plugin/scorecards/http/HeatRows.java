package org.callboard.plugin.scorecards.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.callboard.api.model.Json;
import org.callboard.plugin.scorecards.rule.State;
import org.callboard.plugin.scorecards.score.Row;
import org.callboard.plugin.scorecards.standard.Standard;

/** The rows of a heat map in an order, as JSON. Immutable. */
final class HeatRows {

    /** States in the order in which they want to be seen. */
    private static final String URGENCY = "feuxp";

    private static final String CHECK = "check:";
    private static final int SAMPLES = 600;

    private final Standard standard;
    private final List<Row> rows;

    private HeatRows(Standard standard, List<Row> rows) {
        this.standard = standard;
        this.rows = rows;
    }

    /**
     * {@return some of the rows}
     *
     * @param byTitle all of them, by title
     * @param owner whose; empty for all
     * @param text what their names or titles hold; empty for all
     * @param order {@code level}, {@code owner} or {@code check:ID}; else by title
     */
    static HeatRows of(Standard standard, List<Row> byTitle, String owner, String text, String order) {
        String words = text.toLowerCase(Locale.ROOT).strip();
        List<Row> rows = byTitle.stream()
                .filter(row -> owner.isEmpty() || row.owner().equalsIgnoreCase(owner))
                .filter(row -> words.isEmpty() || has(row, words))
                .toList();
        return new HeatRows(standard, sorted(standard, rows, order));
    }

    private static boolean has(Row row, String words) {
        return row.title().toLowerCase(Locale.ROOT).contains(words)
                || row.ref().name().contains(words);
    }

    private static List<Row> sorted(Standard standard, List<Row> rows, String order) {
        if (order.equals("owner")) {
            return rows.stream()
                    .sorted(Comparator.<Row, Boolean>comparing(
                                    row -> row.owner().isEmpty())
                            .thenComparing(Row::owner))
                    .toList();
        }
        if (order.equals("level")) {
            return byWeight(rows, HeatRows::level);
        }
        int check = order.startsWith(CHECK) ? place(standard, order.substring(CHECK.length())) : -1;
        return check < 0
                ? rows
                : byWeight(rows, row -> URGENCY.indexOf(row.states().charAt(check)));
    }

    /** The least level first, and of those the one that fails most. */
    private static long level(Row row) {
        long levels = row.ranks().chars().map(digit -> digit - '0').sum();
        long failed = row.states()
                .chars()
                .filter(letter -> letter == State.FAILED.letter())
                .count();
        return levels * 1_000 - failed;
    }

    private static int place(Standard standard, String check) {
        for (int i = 0; i < standard.checks().size(); i++) {
            if (standard.checks().get(i).id().equals(check)) {
                return i;
            }
        }
        return -1;
    }

    private static List<Row> byWeight(List<Row> rows, ToLongFunction<Row> weight) {
        List<Weighed> weighed = new ArrayList<>(rows.size());
        rows.forEach(row -> weighed.add(new Weighed(row, weight.applyAsLong(row))));
        weighed.sort(Comparator.comparingLong(Weighed::weight));
        return weighed.stream().map(Weighed::row).toList();
    }

    private record Weighed(Row row, long weight) {}

    int size() {
        return rows.size();
    }

    /** Changes whenever any of the rows or their order does. */
    String version() {
        return Integer.toHexString(rows.hashCode());
    }

    /** So many of the rows from one on. */
    Json part(int from, int most) {
        int first = Math.min(rows.size(), from);
        return Asked.array(rows.subList(first, Math.min(rows.size(), first + most)), this::json);
    }

    private Json json(Row row) {
        Json.Builder ranks = Json.object();
        for (int i = 0; i < standard.tracks().size(); i++) {
            ranks.put(standard.tracks().get(i).id(), row.rank(i));
        }
        return Json.object()
                .put("ref", row.ref().toString())
                .put("title", row.title())
                .put("owner", row.owner())
                .put("ranks", ranks.build())
                .put("states", row.states())
                .build();
    }

    /** How many in a hundred pass each check, without those that are exempt; 100 where all are. */
    Json passed() {
        int[] counted = new int[standard.checks().size()];
        int[] fine = new int[counted.length];
        for (Row row : rows) {
            for (int i = 0; i < counted.length; i++) {
                char letter = row.states().charAt(i);
                counted[i] += letter == State.EXEMPT.letter() ? 0 : 1;
                fine[i] += letter == State.PASSED.letter() ? 1 : 0;
            }
        }
        List<Json> shares = new ArrayList<>();
        for (int i = 0; i < counted.length; i++) {
            shares.add(Json.of(counted[i] == 0 ? 100 : 100L * fine[i] / counted[i]));
        }
        return new Json.Arr(shares);
    }

    /** The states of rows at even distances, {@value #SAMPLES} at the most: what all look like from afar. */
    Json strip() {
        int count = Math.min(SAMPLES, rows.size());
        List<Json> samples = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            samples.add(Json.of(rows.get((int) ((long) i * rows.size() / count)).states()));
        }
        return new Json.Arr(samples);
    }
}
