package org.callboard.plugin.docs.markup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.CustomNode;

/** {@code { .class #id key="value" }} behind what it is for. */
final class AttributeList extends CustomNode {

    private static final int LONGEST = 10_000;
    private static final Pattern WHOLE = Pattern.compile("\\{:?[ ]*+([^}\\n ][^}\\n]*+)\\}");
    private static final Pattern PART = Pattern.compile(
            "\\s*+(?:([.#])([^\\s=\"']++)|([\\w:-]++)=(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"']++))|([\\w:-]++))");

    private final String source;
    private final Map<String, String> attributes;

    private AttributeList(String source, Map<String, String> attributes) {
        this.source = source;
        this.attributes = attributes;
    }

    /** @param source with its braces */
    static Optional<AttributeList> read(String source) {
        Matcher whole = WHOLE.matcher(source);
        return whole.matches()
                ? attributes(whole.group(1).strip()).map(found -> new AttributeList(source, found))
                : Optional.empty();
    }

    /** The attributes that a text without braces names; empty where it is another kind of text, or has very many. */
    static Optional<Map<String, String>> attributes(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Map<String, String> found = new LinkedHashMap<>();
        Matcher part = PART.matcher(text);
        int end = 0;
        while (end < text.length() && part.find(end) && part.start() == end) {
            put(part, found);
            end = part.end();
        }
        return end == text.length() ? Optional.of(found) : Optional.empty();
    }

    private static void put(Matcher part, Map<String, String> found) {
        if (".".equals(part.group(1))) {
            found.merge("class", part.group(2), (before, added) -> before + " " + added);
        } else if (part.group(1) != null) {
            found.put("id", part.group(2));
        } else if (part.group(3) != null) {
            String value =
                    part.group(4) != null ? part.group(4) : part.group(5) != null ? part.group(5) : part.group(6);
            found.put(part.group(3), value);
        } else {
            found.put(part.group(7), part.group(7));
        }
    }

    String source() {
        return source;
    }

    Map<String, String> attributes() {
        return attributes;
    }
}
