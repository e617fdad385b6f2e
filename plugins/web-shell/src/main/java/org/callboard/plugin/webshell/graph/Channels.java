package org.callboard.plugin.webshell.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The room between columns, in which arrows go up and down; those of one cell share a line. */
final class Channels {

    private static final int NARROWEST = 144;
    private static final int WIDEST = 260;
    private static final int TRACK = 12;
    private static final int SIDE = 20;

    /** For each channel, right of a column, the cells whose arrows have a line of their own. */
    private final List<List<Cell>> tracks = new ArrayList<>();

    private final int[] lefts;

    Channels(int columns, Collection<List<Cell>> chains) {
        List<Set<Cell>> owners = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            owners.add(new LinkedHashSet<>());
        }
        for (List<Cell> chain : chains) {
            for (int index = 1; index < chain.size(); index++) {
                Cell from = chain.get(index - 1);
                Cell to = chain.get(index);
                if (from.column == to.column || from.y != to.y) {
                    owners.get(channel(from, to)).add(owner(from, to));
                }
            }
        }
        for (Set<Cell> cells : owners) {
            tracks.add(cells.stream()
                    .sorted(Comparator.comparingDouble(cell -> cell.y))
                    .toList());
        }
        lefts = new int[columns + 1];
        for (int column = 0; column < columns; column++) {
            lefts[column + 1] = lefts[column] + Layout.BOX_WIDTH + width(column);
        }
    }

    private int width(int channel) {
        int count = tracks.get(channel).size();
        boolean isLast = channel == tracks.size() - 1;
        int least = isLast ? (count == 0 ? 0 : 2 * SIDE) : NARROWEST;
        return Math.max(least, Math.min(WIDEST, count == 0 ? 0 : 2 * SIDE + count * TRACK));
    }

    private static int channel(Cell from, Cell to) {
        return Math.min(from.column, to.column);
    }

    /** The one of two cells that has more arrows here. */
    private static Cell owner(Cell from, Cell to) {
        Cell left = from.column <= to.column ? from : to;
        Cell right = from.column <= to.column ? to : from;
        return left.column != right.column && right.left.size() > left.right.size() ? right : left;
    }

    /** {@return where the boxes of a column begin} */
    int left(int column) {
        return lefts[column];
    }

    /** {@return where an arrow between two cells goes up or down} */
    int track(Cell from, Cell to) {
        int channel = channel(from, to);
        List<Cell> lines = tracks.get(channel);
        int room = width(channel) - 2 * SIDE;
        int index = lines.indexOf(owner(from, to));
        return lefts[channel] + Layout.BOX_WIDTH + SIDE + room * (index + 1) / (lines.size() + 1);
    }

    int width() {
        return lefts[lefts.length - 1];
    }
}
