package org.callboard.core.storage;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Locale;
import java.util.Set;
import org.callboard.core.db.FurtherConnections.Mode;

/**
 * Which statements a transaction takes: one at a time, and none that defines, switches or ends anything. It guards against
 * oversight, not against malice: whoever may bring a plugin is trusted.
 */
final class StatementRule {

    private static final Set<String> READING = Set.of("select", "with", "values", "table");
    private static final Set<String> WRITING = Set.of("insert", "update", "delete", "merge");

    private final String sql;
    private int at;

    private StatementRule(String sql) {
        this.sql = sql;
    }

    /**
     * Looks at a statement.
     *
     * @throws SQLException where it is not taken
     */
    static void check(String sql, Mode mode) throws SQLException {
        StatementRule rule = new StatementRule(sql);
        String verb = rule.verb();
        if (!READING.contains(verb) && !WRITING.contains(verb)) {
            throw refused(
                    "'" + verb + "' is not allowed in a transaction: migrations define tables, and the portal ends"
                            + " transactions.");
        }
        if (mode == Mode.READ && WRITING.contains(verb)) {
            throw refused("'" + verb + "' is not allowed in read(): use write().");
        }
        rule.checkAlone();
    }

    private static SQLException refused(String why) {
        return new SQLFeatureNotSupportedException(why, "0A000");
    }

    private String verb() {
        while (at < sql.length() && !Character.isLetter(sql.charAt(at))) {
            if (!skipQuoted() && ++at > sql.length()) {
                break;
            }
        }
        int start = at;
        while (at < sql.length() && Character.isLetter(sql.charAt(at))) {
            at++;
        }
        return sql.substring(start, at).toLowerCase(Locale.ROOT);
    }

    private void checkAlone() throws SQLException {
        boolean hasEnded = false;
        while (at < sql.length()) {
            char character = sql.charAt(at);
            boolean isComment = sql.startsWith("--", at) || sql.startsWith("/*", at);
            if (hasEnded && !isComment && character != ';' && !Character.isWhitespace(character)) {
                throw refused("Only one statement at a time is allowed.");
            }
            hasEnded |= character == ';';
            if (!skipQuoted()) {
                at++;
            }
        }
    }

    /** Goes behind a comment, a text or a quoted name. {@return false where there is none} */
    private boolean skipQuoted() {
        char character = sql.charAt(at);
        if (sql.startsWith("--", at)) {
            skipTo("\n", 2);
        } else if (sql.startsWith("/*", at)) {
            skipComment();
        } else if (character == '\'' || character == '"') {
            skipTo(String.valueOf(character), 1);
        } else if (character == '$' && dollar() > 0) {
            skipTo(sql.substring(at, at + dollar()), dollar());
        } else {
            return false;
        }
        return true;
    }

    private void skipTo(String end, int from) {
        int found = sql.indexOf(end, at + from);
        at = found < 0 ? sql.length() : found + end.length();
    }

    private void skipComment() {
        int depth = 0;
        do {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < sql.length());
    }

    /** {@return the length of the mark that a text between dollars begins with, or 0} */
    private int dollar() {
        int end = at + 1;
        while (end < sql.length() && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
            end++;
        }
        return end < sql.length() && sql.charAt(end) == '$' ? end + 1 - at : 0;
    }
}
