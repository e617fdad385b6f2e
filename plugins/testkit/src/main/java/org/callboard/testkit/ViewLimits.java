package org.callboard.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.Button;
import org.callboard.api.ui.Chart;
import org.callboard.api.ui.Form;
import org.callboard.api.ui.Table;
import org.callboard.api.ui.View;

/** What the portal demands of a view before it shows it. */
final class ViewLimits {

    private static final int MOST_BLOCKS = 100;
    private static final int MOST_STEPS = 400;
    private static final int MOST_SERIES = 8;

    private ViewLimits() {}

    static void check(View view) {
        List<Block> blocks = blocks(view).toList();
        assertTrue(
                blocks.size() <= MOST_BLOCKS, () -> "A view has at most 100 blocks, and this " + blocks.size() + ".");
        Set<String> acts = new HashSet<>();
        Set<String> tables = new HashSet<>();
        for (Block block : blocks) {
            if (block instanceof Table table) {
                check(table);
                assertTrue(tables.add(table.id()), () -> "Two tables are called '" + table.id() + "'.");
            } else if (block instanceof Chart chart) {
                check(chart);
            } else if (block instanceof Form form) {
                assertTrue(acts.add(form.id()), () -> "Two forms or buttons are called '" + form.id() + "'.");
            } else if (block instanceof Block.Buttons row) {
                row.items().forEach(button -> check(button, acts));
            }
        }
    }

    static Stream<Block> blocks(View view) {
        return view.blocks().stream().flatMap(ViewLimits::within);
    }

    private static Stream<Block> within(Block block) {
        Stream<Block> inner = Stream.empty();
        if (block instanceof Block.Columns columns) {
            inner = columns.blocks().stream().flatMap(List::stream);
        } else if (block instanceof Block.Tabs tabs) {
            inner = tabs.items().stream().flatMap(tab -> tab.blocks().stream());
        }
        return Stream.concat(Stream.of(block), inner.flatMap(ViewLimits::within));
    }

    private static void check(Button button, Set<String> acts) {
        assertTrue(acts.add(button.id()), () -> "Two forms or buttons are called '" + button.id() + "'.");
    }

    private static void check(Table table) {
        int columns = table.columns().size();
        for (List<?> row : table.rows()) {
            assertTrue(
                    row.size() == columns,
                    () -> "Table '" + table.id() + "' has " + columns + " columns, and a row of " + row.size() + ".");
        }
    }

    private static void check(Chart chart) {
        int steps = chart.steps().size();
        assertTrue(steps <= MOST_STEPS, () -> "Chart '" + chart.label() + "' has " + steps + " steps, more than 400.");
        assertTrue(chart.series().size() <= MOST_SERIES, () -> "Chart '" + chart.label() + "' has more than 8 series.");
        for (Chart.Series series : chart.series()) {
            assertTrue(
                    series.values().size() == steps,
                    () -> "Series '" + series.label() + "' of chart '" + chart.label() + "' has "
                            + series.values().size() + " figures for " + steps + " steps.");
        }
    }
}
