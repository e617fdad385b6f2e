package org.callboard.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The figures, in columns. */
final class Table {

    private static final int COLUMNS = 4;

    private final List<List<String>> rows = new ArrayList<>();

    Table() {
        row("figure", "measured", "must reach", "Backstage");
    }

    void row(String figure, String measured, String mustReach, String backstage) {
        rows.add(List.of(figure, measured, mustReach, backstage));
    }

    /** Adds a figure that stands beside the one above it. */
    void beside(String figure, String measured) {
        row("  " + figure, measured, "", "");
    }

    @Override
    public String toString() {
        int[] widths = new int[COLUMNS];
        for (List<String> row : rows) {
            for (int i = 0; i < COLUMNS; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append(line(row, widths)).append('\n');
            if (row == rows.get(0)) {
                text.append(line(Arrays.stream(widths).mapToObj("-"::repeat).toList(), widths))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String line(List<String> row, int... widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < COLUMNS; i++) {
            line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
