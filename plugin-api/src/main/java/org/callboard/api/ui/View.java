package org.callboard.api.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a card, tab or page shows at the moment, drawn by the portal. Immutable: every method returns a new view. Where a
 * view is longer than 2 MB as JSON, or breaks a rule that its parts name, an error that names the extension stands in its
 * place.
 *
 * @param title the heading of a page, in place of the extension's title, or empty; cards and tabs have none
 * @param status the status of the whole, or null for none
 * @param refresh after how long open pages ask again, at least 5 s; zero to ask only when something changes
 * @param blocks its parts, from top to bottom; at most 100, those in columns and tabs included, nested three deep at most
 */
public record View(String title, @Nullable Status status, Duration refresh, List<Block> blocks) {

    /** Copies the blocks. */
    public View {
        blocks = List.copyOf(blocks);
    }

    /** {@return a view without anything yet} */
    public static View empty() {
        return new View("", null, Duration.ZERO, List.of());
    }

    /** {@return this view with a heading} */
    public View title(String newTitle) {
        return new View(newTitle, status, refresh, blocks);
    }

    /** {@return this view with a status} */
    public View status(Status newStatus) {
        return new View(title, newStatus, refresh, blocks);
    }

    /** {@return this view, asked for again by open pages each time this long has passed} */
    public View refreshEvery(Duration pause) {
        return new View(title, status, pause, blocks);
    }

    /** {@return this view with one more block} */
    public View with(Block block) {
        List<Block> more = new ArrayList<>(blocks);
        more.add(block);
        return new View(title, status, refresh, more);
    }

    /** {@return this view with one more paragraph of plain text} */
    public View text(String text) {
        return with(new Block.Paragraph(text));
    }

    /** {@return this view with text in CommonMark} */
    public View markdown(String source) {
        return with(new Block.Markdown(source));
    }

    /** {@return this view with a figure} */
    public View metric(String label, Value value) {
        return with(Metric.of(label, value));
    }

    /** {@return this view with one more labelled value, in the list of them that ends the view, or in a new one} */
    public View value(String label, Value value) {
        Block.KeyValues.Pair item = new Block.KeyValues.Pair(label, value);
        int last = blocks.size() - 1;
        if (last < 0 || !(blocks.get(last) instanceof Block.KeyValues list)) {
            return with(new Block.KeyValues(List.of(item)));
        }
        return replaceLast(new Block.KeyValues(and(list.items(), item)));
    }

    /** {@return this view with one more labelled text} */
    public View value(String label, String text) {
        return value(label, Value.of(text));
    }

    /** {@return this view with one more line with a status, in the list of them that ends the view, or in a new one} */
    public View line(Status lineStatus, String label, String detail) {
        Block.StatusList.Row row = new Block.StatusList.Row(label, lineStatus, detail, null);
        int last = blocks.size() - 1;
        if (last < 0 || !(blocks.get(last) instanceof Block.StatusList list)) {
            return with(new Block.StatusList(List.of(row)));
        }
        return replaceLast(new Block.StatusList(and(list.items(), row)));
    }

    /** {@return this view with one more button, in the row of them that ends the view, or in a new one} */
    public View button(Button button) {
        int last = blocks.size() - 1;
        if (last < 0 || !(blocks.get(last) instanceof Block.Buttons row)) {
            return with(new Block.Buttons(List.of(button)));
        }
        return replaceLast(new Block.Buttons(and(row.items(), button)));
    }

    private View replaceLast(Block block) {
        List<Block> replaced = new ArrayList<>(blocks);
        replaced.set(blocks.size() - 1, block);
        return new View(title, status, refresh, replaced);
    }

    private static <T> List<T> and(List<T> items, T item) {
        List<T> more = new ArrayList<>(items);
        more.add(item);
        return more;
    }
}
