package org.callboard.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.callboard.api.ui.HomeCard;
import org.callboard.api.ui.ViewRequest;
import org.junit.jupiter.api.Test;

/** What every card on the home page keeps to. */
public interface HomeCardContract extends ExtensionContract<HomeCard> {

    /** {@return a request} */
    default ViewRequest request() {
        return ViewRequest.of(TestCaller.named("Mara"));
    }

    /** What it shows can be drawn. */
    @Test
    default void canBeDrawn() {
        ViewLimits.check(extension().show(request()));
    }

    /** A card that remembers what it was asked shows one reader what another asked for. */
    @Test
    default void showsTheSameAgain() {
        HomeCard card = extension();
        assertEquals(ViewText.of(card.show(request())), ViewText.of(card.show(request())), "the second time");
    }
}
