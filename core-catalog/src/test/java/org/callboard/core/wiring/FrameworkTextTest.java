package org.callboard.core.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FrameworkTextTest {

    private static String cause(String text) {
        return FrameworkText.diagnosis("It does not fit.", text).cause();
    }

    @Test
    void saysFromWhomAPackageWouldComeTwice() {
        assertEquals(
                "It would meet the package jakarta.servlet twice: from plugin 'booking' and from the portal.",
                cause("Unable to resolve cost [12](R 12.0): Uses constraint violation. Unable to resolve resource cost"
                        + " [cost [12](R 12.0)] because it is exposed to package 'jakarta.servlet' from resources booking"
                        + " [booking [9](R 9.0)] and org.apache.felix.framework [org.apache.felix.framework [0](R 0)] via"
                        + " two dependency chains.\n\nChain 1: ..."));
        assertEquals(
                "It would meet the package org.callboard.plugin.cost.api twice: from itself and from plugin 'booking'.",
                cause(
                        "Uses constraint violation. Unable to resolve resource cost [cost [12](R 12.0)] because it exports"
                                + " package 'org.callboard.plugin.cost.api' and is also exposed to it from resource booking"
                                + " [booking [9](R 9.0)] via the following dependency chain:"));
    }

    @Test
    void saysWhatIsMissingAtTheRoot() {
        assertEquals(
                "It needs the package com.nowhere.api, version from 2.0.0, version below 3.0.0, which nobody offers.",
                cause(
                        "Unable to resolve cost [12](R 12.0): missing requirement [cost [12](R 12.0)] osgi.wiring.package;"
                                + " (osgi.wiring.package=booking.api) [caused by: Unable to resolve booking [9](R 9.0): missing"
                                + " requirement [booking [9](R 9.0)] osgi.wiring.package;"
                                + " (&(osgi.wiring.package=com.nowhere.api)(version>=2.0.0)(!(version>=3.0.0)))] Unresolved"
                                + " requirements: [...]"));
    }

    @Test
    void saysSomethingOfATextThatItDoesNotKnow() {
        assertTrue(cause("(&(x=y)) java.lang.Bang").startsWith("What it needs does not fit"));
    }
}
