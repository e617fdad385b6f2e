package org.callboard.plugin.scorecards.standard;

import java.time.Duration;
import java.util.Locale;
import org.callboard.plugin.scorecards.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Something that a standard asks of entities.
 *
 * @param owner who answers for it, as a reference
 * @param message what to say where it failed
 * @param fix how to put it right
 * @param link where to read more; null for nowhere
 * @param maxAge older facts are unknown; null where any age will do
 */
public record Check(
        String id,
        String title,
        String description,
        Severity severity,
        Effort effort,
        String owner,
        Rule rule,
        String message,
        String fix,
        @Nullable String link,
        @Nullable Duration maxAge) {

    /** How bad it is where it failed. */
    public enum Severity {
        /** It is nice to have. */
        LOW,
        /** It matters. */
        MEDIUM,
        /** It hurts. */
        HIGH;

        /** {@return how standards write it} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How much work it is to put it right; the next steps are in this order. */
    public enum Effort {
        /** Minutes. */
        SMALL,
        /** Hours. */
        MEDIUM,
        /** Days. */
        LARGE;

        /** {@return how standards write it} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
