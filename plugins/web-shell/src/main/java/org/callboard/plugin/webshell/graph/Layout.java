package org.callboard.plugin.webshell.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where everything is on the picture: boxes in columns, arrows in right angles between them. No two boxes touch, and the same
 * neighbours and arrows always give the same picture.
 */
public final class Layout {

    /** How wide a box is. */
    public static final int BOX_WIDTH = 176;

    /** How high a box is. */
    public static final int BOX_HEIGHT = 40;

    private static final int MARGIN = 24;

    private final Map<Object, Cell> boxes = new LinkedHashMap<>();
    private final Map<Arrow, List<Cell>> chains = new LinkedHashMap<>();
    private final Columns columns;
    private final Channels channels;
    private final int top;
    private final int bottom;

    private Layout(List<Neighbour> neighbours, Collection<Arrow> arrows) {
        int first = neighbours.stream().mapToInt(Neighbour::column).min().orElse(0);
        int last = neighbours.stream().mapToInt(Neighbour::column).max().orElse(0);
        columns = new Columns(last - first + 1);
        neighbours.forEach(neighbour -> boxes.put(neighbour.ref(), columns.add(neighbour.column() - first, true)));
        arrows.forEach(this::chain);
        columns.arrange();
        int highest = Integer.MAX_VALUE;
        int lowest = Integer.MIN_VALUE;
        for (int column = 0; column < columns.count(); column++) {
            for (Cell cell : columns.at(column)) {
                highest = Math.min(highest, (int) Math.floor(cell.y));
                lowest = Math.max(lowest, (int) Math.ceil(cell.y));
            }
        }
        top = highest;
        bottom = lowest;
        channels = new Channels(columns.count(), chains.values());
    }

    /** Lays out; every arrow must be between two of the neighbours. */
    public static Layout of(List<Neighbour> neighbours, Collection<Arrow> arrows) {
        return new Layout(neighbours, arrows);
    }

    /** An arrow has a cell in every column that it passes; that back takes the same way. */
    private void chain(Arrow arrow) {
        Arrow back = new Arrow(arrow.to(), arrow.from());
        List<Cell> known = chains.get(back);
        if (known != null) {
            List<Cell> reversed = new ArrayList<>(known);
            Collections.reverse(reversed);
            chains.put(arrow, reversed);
            return;
        }
        Cell from = cell(arrow.from());
        Cell to = cell(arrow.to());
        List<Cell> chain = new ArrayList<>(List.of(from));
        int step = Integer.signum(to.column - from.column);
        for (int column = from.column + step; step != 0 && column != to.column; column += step) {
            chain.add(columns.add(column, false));
        }
        chain.add(to);
        for (int index = 1; step != 0 && index < chain.size(); index++) {
            Cell one = chain.get(index - 1);
            Cell other = chain.get(index);
            Cell.link(step > 0 ? one : other, step > 0 ? other : one);
        }
        chains.put(arrow, chain);
    }

    private Cell cell(Object ref) {
        Cell cell = boxes.get(ref);
        if (cell == null) {
            throw new IllegalArgumentException("An arrow is of " + ref + ", which is not on the picture.");
        }
        return cell;
    }

    /** {@return the top left corner of a neighbour's box} */
    public Point corner(Neighbour neighbour) {
        Cell cell = cell(neighbour.ref());
        return new Point(MARGIN + channels.left(cell.column), y(cell) - BOX_HEIGHT / 2);
    }

    /** {@return the corners of an arrow's way, its start first} */
    public List<Point> way(Arrow arrow) {
        List<Cell> chain = chains.getOrDefault(arrow, List.of());
        List<Point> way = new ArrayList<>();
        for (int index = 1; index < chain.size(); index++) {
            Cell from = chain.get(index - 1);
            Cell to = chain.get(index);
            int track = MARGIN + channels.track(from, to);
            int bow = from.equals(to) ? BOX_HEIGHT / 4 : 0;
            if (index == 1) {
                way.add(new Point(side(from, to.column >= from.column), y(from) - bow));
            }
            if (y(from) != y(to) || bow > 0) {
                way.add(new Point(track, y(from) - bow));
                way.add(new Point(track, y(to) + bow));
            }
            if (index == chain.size() - 1) {
                way.add(new Point(side(to, from.column >= to.column), y(to) + bow));
            }
        }
        return way;
    }

    private int side(Cell cell, boolean isRight) {
        return MARGIN + channels.left(cell.column) + (isRight ? BOX_WIDTH : 0);
    }

    private int y(Cell cell) {
        return (int) Math.round(cell.y) - top + BOX_HEIGHT / 2 + MARGIN;
    }

    /** {@return how wide the picture is} */
    public int width() {
        return channels.width() + 2 * MARGIN;
    }

    /** {@return how high the picture is} */
    public int height() {
        return bottom - top + BOX_HEIGHT + 2 * MARGIN;
    }
}
