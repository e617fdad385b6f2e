package org.callboard.plugin.docs.markup;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Keys to press together: {@code ++ctrl+alt+del++}, with names that are known, or texts in quotes that are typed. */
final class Keys {

    private static final String KEY = "(?:[\\w-]++|\"[^\"]++\"|'[^']++')";

    /** What is looked for. */
    static final Pattern PATTERN = Pattern.compile("\\+\\+(" + KEY + "(?:\\+" + KEY + ")*+)\\+\\+");

    private static final Pattern ONE = Pattern.compile(KEY);
    private static final Pattern HUMP = Pattern.compile("(?<=[^-])(?=[A-Z])");

    private final Dialect dialect;

    Keys(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The keys; null where one is not known. */
    @Nullable Node read(Matcher found) {
        Span keys = new Span(dialect.has(Choice.STRICT_KEYS) ? "kbd" : "span", "keys");
        String separator = dialect.signs().separator();
        Matcher key = ONE.matcher(found.group(1));
        while (key.find()) {
            String text = key.group();
            boolean isTyped = text.charAt(0) == '"' || text.charAt(0) == '\'';
            String name = isTyped ? text.substring(1, text.length() - 1) : name(text);
            if (name == null) {
                return null;
            }
            if (keys.getFirstChild() != null && !separator.isEmpty()) {
                keys.appendChild(new Text(separator));
            }
            keys.appendChild(new Span("kbd", "").text(name));
        }
        return keys;
    }

    private @Nullable String name(String text) {
        String own = own(text);
        if (own != null) {
            return own;
        }
        String name = Names.KEYS.get(text.toLowerCase(Locale.ROOT));
        return name == null && dialect.has(Choice.CAMEL_CASE_KEYS) ? Names.KEYS.get(hyphenated(text)) : name;
    }

    /** What the site calls the key, by what is written or by the first of its names. */
    private @Nullable String own(String text) {
        if (dialect.signs().keys().isEmpty()) {
            return null;
        }
        String name = dialect.has(Choice.CAMEL_CASE_KEYS) ? hyphenated(text) : text;
        String own = dialect.signs().keys().get(name);
        return own != null ? own : dialect.signs().keys().get(Names.FIRST_OF_KEYS.getOrDefault(name, name));
    }

    private static String hyphenated(String text) {
        return HUMP.matcher(text).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
