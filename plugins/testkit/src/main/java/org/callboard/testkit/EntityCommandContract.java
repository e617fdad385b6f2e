package org.callboard.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.callboard.api.model.Entity;
import org.callboard.api.ui.EntityCommand;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.junit.jupiter.api.Test;

/** What every command on entities keeps to. */
public interface EntityCommandContract extends ExtensionContract<EntityCommand> {

    /** {@return an entity that has the command} */
    Entity entity();

    /** {@return a request} */
    default ViewRequest request() {
        return ViewRequest.of(TestCaller.named("Mara"));
    }

    /** It is there for its entity, found by words, and its form can be drawn. */
    @Test
    default void isThereForItsEntityAndAsksWithAFormThatCanBeDrawn() {
        EntityCommand command = extension();
        CommandPlaces.check(command.place());
        assertTrue(command.place().holds(entity()), () -> "The command isn't there for " + entity().ref() + ".");
        ViewLimits.check(View.empty().with(command.form(entity(), request())));
    }

    /** Most entities lack most fields. */
    @Test
    default void takesAnEntityThatHasNoMoreThanItMust() {
        EntityCommand command = extension();
        Entity bare = Bare.of(entity());
        if (command.place().holds(bare)) {
            ViewLimits.check(View.empty().with(command.form(bare, request())));
        }
    }
}
