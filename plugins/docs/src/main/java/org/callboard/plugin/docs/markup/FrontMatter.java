package org.callboard.plugin.docs.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is between two lines of dashes at the begin of a page, of which the title is used. */
record FrontMatter(@Nullable String title, String rest) {

    private static final Pattern WHOLE = Pattern.compile(
            "\\A\\uFEFF?---[ \\t]*+\\n((?:(?!---[ \\t]*+\\n|\\.\\.\\.[ \\t]*+\\n).*\\n)*+)(?:---|\\.\\.\\.)[ \\t]*+(?:\\n|\\z)");
    private static final Pattern TITLE = Pattern.compile("(?m)^title:[ \\t]*+(?:\"([^\"\\n]*)\"|'([^'\\n]*)'|(.*))$");

    /** @param source with line feeds alone at the end of lines */
    static FrontMatter read(String source) {
        Matcher whole = source.startsWith("---") || source.startsWith("\uFEFF") ? WHOLE.matcher(source) : null;
        if (whole == null || !whole.find()) {
            return new FrontMatter(null, source.startsWith("\uFEFF") ? source.substring(1) : source);
        }
        Matcher title = TITLE.matcher(whole.group(1));
        return new FrontMatter(title.find() ? text(title) : null, source.substring(whole.end()));
    }

    private static @Nullable String text(Matcher title) {
        String quoted = title.group(1) != null ? title.group(1) : title.group(2);
        String text = (quoted != null ? quoted : title.group(3)).strip();
        return text.isEmpty() ? null : text;
    }
}
