package org.callboard.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.callboard.api.extension.Extension;
import org.junit.jupiter.api.Test;

/**
 * What every extension keeps to. A test class implements the contract of its extension point and inherits the tests.
 *
 * @param <T> the interface of the extension point
 */
public interface ExtensionContract<T extends Extension> {

    /** {@return the extension, made anew} */
    T extension();

    /** Addresses, settings and logs carry it. */
    @Test
    default void itsIdHasLowerCaseLettersDigitsAndHyphensAlone() {
        String id = extension().id();
        assertTrue(id.matches("[a-z0-9]+(-[a-z0-9]+)*"), () -> "The id is '" + id + "'.");
    }

    /** An id that changes is another extension. */
    @Test
    default void itsIdIsAlwaysTheSame() {
        assertEquals(extension().id(), extension().id());
    }

    /** People read it. */
    @Test
    default void itHasATitle() {
        assertFalse(extension().title().isBlank(), "The title is empty.");
    }
}
