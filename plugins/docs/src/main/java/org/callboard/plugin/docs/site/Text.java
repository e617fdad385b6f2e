package org.callboard.plugin.docs.site;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is read of a page without rendering it. */
final class Text {

    private static final Pattern TITLE =
            Pattern.compile("\\A\\uFEFF?---\\R(?:(?!---).*\\R)*?title:[ \\t]*+[\"']?(.+?)[\"']?[ \\t]*+\\R");
    private static final Pattern HEADING =
            Pattern.compile("(?m)\\A(?:\\s*+(?:<!--[^>]*+-->|---\\R(?:(?!---).*\\R)*+---)?)*+"
                    + "(?:#[ \\t]*+([^#\\r\\n].*?)[ \\t#]*+(?:\\{[^}\\n]*\\})?[ \\t]*+$|(\\S.*)\\R=+[ \\t]*+$)");
    private static final int LONGEST = 4000;

    private Text() {}

    static String of(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The title that a page gives itself: in its front matter, or by its first heading where nothing is above that. */
    static Optional<String> title(byte[] page) {
        String begin = new String(page, 0, Math.min(page.length, LONGEST), StandardCharsets.UTF_8);
        Matcher title = TITLE.matcher(begin);
        if (title.find()) {
            return Optional.of(title.group(1));
        }
        Matcher heading = HEADING.matcher(begin);
        if (!heading.find()) {
            return Optional.empty();
        }
        String text = heading.group(1) != null ? heading.group(1) : heading.group(2);
        return Optional.of(
                text.replaceAll("[`*]|\\[(?=[^\\]]*\\]\\()|\\]\\([^)]*\\)", "").strip());
    }

    /** What a file or folder is called that has no title. */
    static String title(String name) {
        String words = name.replaceFirst("\\.[^.]*$", "")
                .replace('-', ' ')
                .replace('_', ' ')
                .strip();
        boolean isLower = words.equals(words.toLowerCase(Locale.ROOT));
        return words.isEmpty() || !isLower
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
