package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Assumptions;

/** What a test needs of the machine: where it is missing, the test is skipped, or fails with {@code -Drequire.all=true}. */
final class Requirements {

    private Requirements() {}

    static void present(boolean isThere, String whatIsMissing) {
        if (isThere) {
            return;
        }
        if (Boolean.getBoolean("require.all")) {
            fail(whatIsMissing);
        }
        System.out.println("Skipped: " + whatIsMissing);
        Assumptions.abort(whatIsMissing);
    }
}
