package org.callboard.plugin.webshell.home;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How somebody has put the cards of their home page.
 *
 * @param order the cards as they stand, by {@code plugin/id}; those of plugins that are away for now among them
 * @param hidden those that they don't want to see
 */
public record Arrangement(List<String> order, Set<String> hidden) {

    /** How the page is before anybody touches it. */
    public static final Arrangement USUAL = new Arrangement(List.of(), Set.of());

    /** Copies both. */
    public Arrangement {
        order = List.copyOf(order);
        hidden = Set.copyOf(hidden);
    }

    /** {@return whether they have changed anything} */
    public boolean isOwn() {
        return !order.isEmpty() || !hidden.isEmpty();
    }

    /**
     * {@return these cards in their order} A card that came later stands behind the one that it usually follows.
     *
     * @param usual all cards there are, as they stand where nobody moves them
     */
    public List<String> arranged(List<String> usual) {
        List<String> arranged = merged(usual);
        arranged.retainAll(usual);
        return arranged;
    }

    /**
     * {@return the order once a card has moved}
     *
     * @param before the card that it stands before then; null where it is the last
     */
    List<String> moved(List<String> usual, String card, @Nullable String before) {
        if (card.equals(before)) {
            return merged(usual);
        }
        List<String> moved = merged(usual);
        moved.remove(card);
        int index = before == null ? moved.size() : moved.indexOf(before);
        moved.add(index < 0 ? moved.size() : index, card);
        return moved;
    }

    private List<String> merged(List<String> usual) {
        List<String> merged = new ArrayList<>(new LinkedHashSet<>(order));
        int behind = 0;
        for (String card : usual) {
            int index = merged.indexOf(card);
            if (index < 0) {
                merged.add(behind, card);
                index = behind;
            }
            behind = index + 1;
        }
        return merged;
    }
}
