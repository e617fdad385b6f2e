package org.callboard.api.ui;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a card shows at the moment. Immutable: every method returns a new card.
 *
 * @param status the card's own status, or null for none
 * @param blocks its parts, from top to bottom
 */
public record Card(@Nullable Status status, List<Block> blocks) {

    /** Copies the blocks. */
    public Card {
        blocks = List.copyOf(blocks);
    }

    /** {@return a card without anything yet} */
    public static Card empty() {
        return new Card(null, List.of());
    }

    /** {@return this card with a status} */
    public Card status(Status newStatus) {
        return new Card(newStatus, blocks);
    }

    /** {@return this card with one more block} */
    public Card with(Block block) {
        List<Block> more = new ArrayList<>(blocks);
        more.add(block);
        return new Card(status, more);
    }

    /** {@return this card with one more paragraph} */
    public Card text(String text) {
        return with(new Block.Paragraph(text));
    }

    /** {@return this card with a figure} */
    public Card metric(String label, Value value) {
        return with(new Block.Metric(label, value, List.of()));
    }

    /** {@return this card with one more labelled value, in the list of them that ends the card, or in a new one} */
    public Card value(String label, Value value) {
        Block.KeyValues.Pair item = new Block.KeyValues.Pair(label, value);
        int last = blocks.size() - 1;
        if (last < 0 || !(blocks.get(last) instanceof Block.KeyValues list)) {
            return with(new Block.KeyValues(List.of(item)));
        }
        List<Block.KeyValues.Pair> items = new ArrayList<>(list.items());
        items.add(item);
        List<Block> replaced = new ArrayList<>(blocks);
        replaced.set(last, new Block.KeyValues(items));
        return new Card(status, replaced);
    }

    /** {@return this card with one more labelled text} */
    public Card value(String label, String text) {
        return value(label, Value.of(text));
    }
}
