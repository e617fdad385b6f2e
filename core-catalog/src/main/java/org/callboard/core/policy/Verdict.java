package org.callboard.core.policy;

import org.jspecify.annotations.Nullable;

/**
 * What was decided, and by which rule.
 *
 * @param outcome what it is
 * @param rule the rule that decided; null where none did: then it is denied, or the caller is an administrator
 */
public record Verdict(Outcome outcome, @Nullable Rule rule) {

    /** What was decided. */
    public enum Outcome {
        /** They may. */
        ALLOWED,
        /** They may, for some things. */
        ALLOWED_FOR_SOME,
        /** They may not. */
        DENIED
    }
}
