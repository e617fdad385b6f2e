package org.callboard.plugin.webshell.graph;

import java.util.ArrayList;
import java.util.List;

/** A place in a column: a box, or where an arrow between columns further apart passes. */
final class Cell {

    private static final int PASSAGE = 10;
    private static final int GAP = 16;

    final int column;
    final boolean isBox;
    final List<Cell> left = new ArrayList<>();
    final List<Cell> right = new ArrayList<>();

    /** Where among the cells of its column. */
    int rank;

    /** The height of its middle. */
    double y;

    Cell(int column, boolean isBox) {
        this.column = column;
        this.isBox = isBox;
    }

    static void link(Cell left, Cell right) {
        left.right.add(right);
        right.left.add(left);
    }

    /** {@return how far below another of its column it must be at least} */
    double distanceBelow(Cell above) {
        return (height() + above.height()) / 2.0 + GAP;
    }

    private int height() {
        return isBox ? Layout.BOX_HEIGHT : PASSAGE;
    }
}
