package org.callboard.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.callboard.api.ui.PluginPage;
import org.callboard.api.ui.ViewRequest;
import org.junit.jupiter.api.Test;

/** What every page keeps to. */
public interface PluginPageContract extends ExtensionContract<PluginPage> {

    /** {@return a request with all parameters that the page's path has} */
    default ViewRequest request() {
        return ViewRequest.of(TestCaller.named("Mara"));
    }

    /** The page is there, and what it shows can be drawn. */
    @Test
    default void isSomewhereAndCanBeDrawn() {
        PluginPage page = extension();
        String path = page.place().path();
        assertTrue(
                path.isEmpty()
                        || path.matches("([a-z0-9-]+|\\{[a-z][A-Za-z0-9]*})(/([a-z0-9-]+|\\{[a-z][A-Za-z0-9]*}))*"),
                () -> "The path is '" + path
                        + "'; it has steps such as 'regions' or '{region}' with '/' between them.");
        ViewLimits.check(page.show(request()));
    }

    /** A page that remembers what it was asked shows one reader what another asked for. */
    @Test
    default void showsTheSameAgain() {
        PluginPage page = extension();
        assertEquals(ViewText.of(page.show(request())), ViewText.of(page.show(request())), "the second time");
    }
}
