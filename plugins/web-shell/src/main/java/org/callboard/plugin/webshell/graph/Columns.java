package org.callboard.plugin.webshell.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Cells in columns: put into an order with few crossings, and to heights that keep arrows straight. */
final class Columns {

    private static final int ROUNDS = 6;

    private final List<List<Cell>> columns = new ArrayList<>();

    Columns(int count) {
        IntStream.range(0, count).forEach(column -> columns.add(new ArrayList<>()));
    }

    /** {@return a new cell at the end of a column} */
    Cell add(int column, boolean isBox) {
        Cell cell = new Cell(column, isBox);
        List<Cell> cells = columns.get(column);
        cell.rank = cells.size();
        cells.add(cell);
        return cell;
    }

    List<Cell> at(int column) {
        return columns.get(column);
    }

    int count() {
        return columns.size();
    }

    void arrange() {
        for (int round = 0; round < ROUNDS; round++) {
            for (int column = 1; column < columns.size(); column++) {
                order(columns.get(column), cell -> cell.left);
            }
            for (int column = columns.size() - 2; column >= 0; column--) {
                order(columns.get(column), cell -> cell.right);
            }
        }
        columns.forEach(Columns::stack);
        for (int round = 0; round < ROUNDS; round++) {
            for (int column = 1; column < columns.size(); column++) {
                settle(columns.get(column), cell -> cell.left);
            }
            for (int column = columns.size() - 2; column >= 0; column--) {
                settle(columns.get(column), cell -> cell.right);
            }
        }
    }

    /** Nearest to where its neighbours are in the column beside; who has none there stays. */
    private static void order(List<Cell> cells, Function<Cell, List<Cell>> beside) {
        Map<Cell, Double> wishes = new HashMap<>();
        for (Cell cell : cells) {
            wishes.put(
                    cell,
                    beside.apply(cell).stream()
                            .mapToInt(other -> other.rank)
                            .average()
                            .orElse(cell.rank));
        }
        cells.sort(Comparator.comparing(wishes::get));
        for (int rank = 0; rank < cells.size(); rank++) {
            cells.get(rank).rank = rank;
        }
    }

    /** One below the other, around the middle. */
    private static void stack(List<Cell> cells) {
        place(cells, new double[cells.size()]);
    }

    private static void settle(List<Cell> cells, Function<Cell, List<Cell>> beside) {
        double[] wishes = cells.stream()
                .mapToDouble(cell -> beside.apply(cell).stream()
                        .mapToDouble(other -> other.y)
                        .average()
                        .orElse(cell.y))
                .toArray();
        place(cells, wishes);
    }

    private static void place(List<Cell> cells, double[] wishes) {
        double[] distances = new double[cells.size()];
        for (int index = 1; index < distances.length; index++) {
            distances[index] = cells.get(index).distanceBelow(cells.get(index - 1));
        }
        double[] places = Spread.places(wishes, distances);
        for (int index = 0; index < places.length; index++) {
            cells.get(index).y = places[index];
        }
    }
}
