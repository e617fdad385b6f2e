package org.callboard.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.callboard.api.model.Entity;
import org.callboard.api.ui.EntityCard;
import org.callboard.api.ui.ViewRequest;
import org.junit.jupiter.api.Test;

/** What every card on entity pages keeps to. */
public interface EntityCardContract extends ExtensionContract<EntityCard> {

    /** {@return an entity that has the card} */
    Entity entity();

    /** The card is there, and what it shows can be drawn. */
    @Test
    default void standsOnThePageOfItsEntityAndCanBeDrawn() {
        EntityCard card = extension();
        assertTrue(card.place().holds(entity()), () -> "The page of " + entity().ref() + " doesn't have this card.");
        ViewLimits.check(card.show(entity(), ViewRequest.of(TestCaller.named("Mara"))));
    }

    /** Most entities lack most fields. */
    @Test
    default void takesAnEntityThatHasNoMoreThanItMust() {
        EntityCard card = extension();
        Entity bare = Bare.of(entity());
        if (card.place().holds(bare)) {
            ViewLimits.check(card.show(bare, ViewRequest.of(TestCaller.named("Mara"))));
        }
    }

    /** A card that remembers what it was asked shows one reader what another asked for. */
    @Test
    default void showsTheSameAgain() {
        EntityCard card = extension();
        ViewRequest request = ViewRequest.of(TestCaller.named("Mara"));
        assertEquals(
                ViewText.of(card.show(entity(), request)),
                ViewText.of(card.show(entity(), request)),
                "the second time");
    }
}
