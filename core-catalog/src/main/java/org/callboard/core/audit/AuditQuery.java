package org.callboard.core.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are wanted; what is null does not matter. Caller, act and subject are whole, or beginnings with {@code *}
 * behind them.
 *
 * @param outcome the name of an {@link AuditLog.Outcome}
 * @param from the first moment
 * @param to the first moment that is too late
 * @param text what caller, act, subject or detail contain, in whatever case
 */
public record AuditQuery(
        @Nullable String caller,
        @Nullable String act,
        @Nullable String subject,
        @Nullable String outcome,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text) {

    /** All rows. */
    public static final AuditQuery ALL = new AuditQuery(null, null, null, null, null, null, null);

    /** What a statement demands of rows, and the values for its marks. */
    record Condition(String sql, List<Object> values) {

        private Condition and(String more, Object... forMarks) {
            List<Object> all = new ArrayList<>(values);
            all.addAll(List.of(forMarks));
            return new Condition(sql + " and " + more, all);
        }

        private Condition is(String column, @Nullable String wanted) {
            if (wanted == null) {
                return this;
            }
            return wanted.endsWith("*")
                    ? and(column + " like ? escape '!'", escaped(wanted.substring(0, wanted.length() - 1)) + "%")
                    : and(column + " = ?", wanted);
        }

        private Condition contains(@Nullable String wanted) {
            if (wanted == null) {
                return this;
            }
            String pattern = "%" + escaped(wanted.toLowerCase(Locale.ROOT)) + "%";
            return and(
                    "(lower(caller) like ? escape '!' or lower(act) like ? escape '!' or lower(subject) like ? escape '!'"
                            + " or lower(detail) like ? escape '!')",
                    pattern,
                    pattern,
                    pattern,
                    pattern);
        }

        private static String escaped(String text) {
            return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        }
    }

    /** {@return this as a condition, which begins with another one} */
    Condition behind(String first, Object... values) {
        Condition condition = new Condition(first, List.of(values))
                .is("caller", caller)
                .is("act", act)
                .is("subject", subject)
                .is("outcome", outcome)
                .contains(text);
        condition = from == null ? condition : condition.and("at >= ?", ChainRows.stored(from));
        return to == null ? condition : condition.and("at < ?", ChainRows.stored(to));
    }
}
