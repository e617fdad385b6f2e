package org.callboard.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.callboard.api.ui.Command;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.junit.jupiter.api.Test;

/** What every command keeps to. */
public interface CommandContract extends ExtensionContract<Command> {

    /** {@return a request} */
    default ViewRequest request() {
        return ViewRequest.of(TestCaller.named("Mara"));
    }

    /** The form can be drawn, and making it does nothing yet. */
    @Test
    default void asksWithAFormThatCanBeDrawn() {
        Command command = extension();
        View first = View.empty().with(command.form(request()));
        ViewLimits.check(first);
        assertEquals(ViewText.of(first), ViewText.of(View.empty().with(command.form(request()))), "the second time");
    }

    /** It is for somebody, and found by words. */
    @Test
    default void isFoundByWordsAndForSomebody() {
        CommandPlaces.check(extension().place());
    }
}
