package org.callboard.api.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a card, drawn by the page. */
public sealed interface Block {

    /** A paragraph of plain text. */
    record Paragraph(String text) implements Block {}

    /** Labels and their values. */
    record KeyValues(List<Pair> items) implements Block {
        /** Copies the items. */
        public KeyValues {
            items = List.copyOf(items);
        }

        /** A label and its value. */
        public record Pair(String label, Value value) {}
    }

    /**
     * One figure in large type.
     *
     * @param trend earlier values, oldest first, drawn as a line; may be empty
     */
    record Metric(String label, Value value, List<Double> trend) implements Block {
        /** Copies the trend. */
        public Metric {
            trend = List.copyOf(trend);
        }
    }

    /** Rows, each with a status. */
    record StatusList(List<Row> items) implements Block {
        /** Copies the items. */
        public StatusList {
            items = List.copyOf(items);
        }

        /**
         * A row.
         *
         * @param detail more about it, or null
         * @param at when it was so, or null
         */
        public record Row(
                String label,
                Status status,
                @Nullable String detail,
                @Nullable Value at) {}
    }

    /** A table; every row has as many cells as there are columns. */
    record Table(List<String> columns, List<List<Value>> rows) implements Block {
        /** Copies columns and rows. */
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** Text in a fixed-width type. */
    record Code(String language, String text) implements Block {}

    /** Says that there is nothing to show yet, and what would change that. */
    record Empty(String title, String hint) implements Block {}
}
