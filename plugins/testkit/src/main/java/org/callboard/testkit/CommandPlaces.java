package org.callboard.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.callboard.api.ui.CommandPlace;

/** What the portal demands of the place of a command. */
final class CommandPlaces {

    private CommandPlaces() {}

    static void check(CommandPlace place) {
        assertFalse(place.permission().isBlank(), "The permission is empty: nobody holds it.");
        assertFalse(place.keywords().stream().anyMatch(String::isBlank), "A keyword is empty: nobody types it.");
    }
}
