package org.callboard.testkit.run;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What a test needs of the machine: where it is missing, the test is skipped, or fails with {@code -Drequire.all=true}. */
public final class Requirements {

    private Requirements() {}

    /** Goes on where it is there. */
    public static void present(boolean isThere, String whatIsMissing) {
        if (isThere) {
            return;
        }
        if (Boolean.getBoolean("require.all")) {
            Assertions.fail(whatIsMissing);
        }
        System.out.println("Skipped: " + whatIsMissing);
        Assumptions.abort(whatIsMissing);
    }
}
