package org.callboard.plugin.docs.markup;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Carries marks of changes out, or undoes them, where they are not within code. Comments go; what is highlighted stays. */
final class Changes {

    private static final String SOME = "(.{0,2000}?)";
    private static final Pattern MARK =
            Pattern.compile("(?s)(?m:^[ \\t>]*+(`{3,}+|~{3,}+)).{0,20000}?(?m:^[ \\t>]*+\\1)|`[^`\\n]++`"
                    + "|\\{(?:\\+\\+" + SOME + "\\+\\+|--" + SOME + "--|==" + SOME + "==|>>" + SOME + "<<|~~" + SOME
                    + "~>" + SOME
                    + "~~)\\}");
    private static final int ADDED = 2;
    private static final int REMOVED = 3;
    private static final int MARKED = 4;
    private static final int BEFORE = 6;
    private static final int AFTER = 7;

    private Changes() {}

    static String settle(String text, Dialect dialect) {
        boolean isAccepted = dialect.has(Choice.CHANGES_ACCEPTED);
        return isAccepted || dialect.has(Choice.CHANGES_REJECTED)
                ? MARK.matcher(text).replaceAll(found -> Matcher.quoteReplacement(settled(found, isAccepted)))
                : text;
    }

    private static String settled(MatchResult found, boolean isAccepted) {
        return found.group().charAt(0) != '{'
                ? found.group()
                : of(found.group(MARKED))
                        + of(found.group(isAccepted ? ADDED : REMOVED))
                        + of(found.group(isAccepted ? AFTER : BEFORE));
    }

    private static String of(@Nullable String group) {
        return group == null ? "" : group;
    }
}
