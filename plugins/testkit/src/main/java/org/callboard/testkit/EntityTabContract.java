package org.callboard.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.callboard.api.model.Entity;
import org.callboard.api.ui.EntityTab;
import org.callboard.api.ui.ViewRequest;
import org.junit.jupiter.api.Test;

/** What every tab on entity pages keeps to. */
public interface EntityTabContract extends ExtensionContract<EntityTab> {

    /** {@return an entity that has the tab} */
    Entity entity();

    /** {@return a request} */
    default ViewRequest request() {
        return ViewRequest.of(TestCaller.named("Mara"));
    }

    /** The tab is there, and what it shows can be drawn. */
    @Test
    default void standsOnThePageOfItsEntityAndCanBeDrawn() {
        EntityTab tab = extension();
        assertTrue(tab.place().holds(entity()), () -> "The page of " + entity().ref() + " doesn't have this tab.");
        ViewLimits.check(tab.show(entity(), request()));
    }

    /** Most entities lack most fields. */
    @Test
    default void takesAnEntityThatHasNoMoreThanItMust() {
        EntityTab tab = extension();
        Entity bare = Bare.of(entity());
        if (tab.place().holds(bare)) {
            ViewLimits.check(tab.show(bare, request()));
        }
    }

    /** A tab that remembers what it was asked shows one reader what another asked for. */
    @Test
    default void showsTheSameAgain() {
        EntityTab tab = extension();
        assertEquals(
                ViewText.of(tab.show(entity(), request())),
                ViewText.of(tab.show(entity(), request())),
                "the second time");
    }
}
