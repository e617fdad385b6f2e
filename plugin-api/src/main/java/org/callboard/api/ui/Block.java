package org.callboard.api.ui;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.callboard.api.model.EntityRef;
import org.jspecify.annotations.Nullable;

/** A part of a view, drawn by the page. */
public sealed interface Block permits Block.Simple, Metric, Table, Chart, Form {

    /** The parts that need no more than their values. */
    sealed interface Simple extends Block {}

    /** A paragraph of plain text. */
    record Paragraph(String text) implements Simple {}

    /**
     * Text in CommonMark 0.31, with tables. HTML in it is shown as text, pictures as links, and links go to http, https,
     * mailto and the portal alone.
     *
     * @param source at most 100 000 characters
     */
    record Markdown(String source) implements Simple {}

    /** Labels and their values. */
    record KeyValues(List<Pair> items) implements Simple {
        /** Copies the items. */
        public KeyValues {
            items = List.copyOf(items);
        }

        /** A label and its value. */
        public record Pair(String label, Value value) {}
    }

    /** Rows, each with a status. */
    record StatusList(List<Row> items) implements Simple {
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

    /** Links out of the portal, one below the other. */
    record Links(List<Link> items) implements Simple {
        /** Copies the items. */
        public Links {
            items = List.copyOf(items);
        }

        /**
         * A link; only http, https and mailto are followed.
         *
         * @param detail more about it; may be empty
         */
        public record Link(String label, URI href, String detail) {}
    }

    /** What happened, newest first. */
    record Timeline(List<Moment> items) implements Simple {
        /** Copies the items. */
        public Timeline {
            items = List.copyOf(items);
        }

        /**
         * Something that happened.
         *
         * @param detail more about it; may be empty
         * @param status how it went
         */
        public record Moment(Instant at, Status status, Value title, String detail) {}
    }

    /** Text in a fixed-width type. */
    record Code(String language, String text) implements Simple {}

    /**
     * The entities around one, as a picture that can be moved and as a list. Readers see what they may read.
     *
     * @param depth how many relations away from it, 1 to 5
     */
    record Graph(EntityRef entity, int depth) implements Simple {}

    /** Says that there is nothing to show yet, and what would change that. */
    record Empty(String title, String hint) implements Simple {}

    /** Buttons, side by side. */
    record Buttons(List<Button> items) implements Simple {
        /** Copies the items. */
        public Buttons {
            items = List.copyOf(items);
        }
    }

    /** Blocks beside each other, where there is room; otherwise below each other. */
    record Columns(List<List<Block>> blocks) implements Simple {
        /** Copies the blocks. */
        public Columns {
            blocks = blocks.stream().map(List::copyOf).toList();
        }
    }

    /** Blocks of which one tab's are shown at a time, the first's at the beginning. */
    record Tabs(List<Tab> items) implements Simple {
        /** Copies the items. */
        public Tabs {
            items = List.copyOf(items);
        }

        /** A tab. */
        public record Tab(String label, List<Block> blocks) {
            /** Copies the blocks. */
            public Tab {
                blocks = List.copyOf(blocks);
            }
        }
    }
}
