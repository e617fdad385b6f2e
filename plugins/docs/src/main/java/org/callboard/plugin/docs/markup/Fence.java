package org.callboard.plugin.docs.markup;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the first line of a fence says: {@code java title="Main.java" hl_lines="2 3" linenums="1"}, or that in braces.
 *
 * @param engine what lays a diagram of Graphviz out; empty for all else
 */
record Fence(String language, String engine, Map<String, String> attributes) {

    private static final Pattern ENGINE = Pattern.compile("graphviz[ ]++(neato|fdp|sfdp|twopi|circo)\\b.*+");

    private static final Set<String> UML = Set.of("plantuml", "puml", "uml");

    static Fence read(String info) {
        String text = info.strip();
        int brace = text.indexOf('{');
        String head = brace < 0 ? text : text.substring(0, brace);
        String braces = brace < 0 ? "" : text.substring(brace + 1).replaceFirst("}\\s*$", "");
        int space = head.indexOf(' ');
        String language = space < 0 ? head.strip() : head.substring(0, space);
        String rest = (space < 0 ? "" : head.substring(space)) + " " + braces;
        if (language.indexOf('=') > 0) {
            rest = language + " " + rest;
            language = "";
        }
        Map<String, String> options = AttributeList.attributes(rest.strip()).orElse(Map.of());
        String classes = options.getOrDefault("class", "");
        if (language.isEmpty()) {
            language = classes.split(" ", 2)[0];
        }
        String name = language.toLowerCase(Locale.ROOT).replaceFirst("^\\.", "");
        return new Fence(name, engine(name, text), attributes(options, classes));
    }

    private static String engine(String language, String text) {
        if (!language.equals("graphviz") && !language.equals("dot")) {
            return "";
        }
        Matcher found = ENGINE.matcher(text);
        return found.matches() ? found.group(1) : "dot";
    }

    /** Whether what is written is to be drawn: GitHub draws Mermaid's diagrams alone. */
    boolean isDiagram(Dialect dialect) {
        return language.equals("mermaid") || (dialect.python() && (!engine.isEmpty() || UML.contains(language)));
    }

    /** What the element has that holds a diagram. */
    Map<String, String> diagram() {
        if (!engine.isEmpty()) {
            return Map.of("class", "graphviz", "data-engine", engine);
        }
        return Map.of("class", UML.contains(language) ? "plantuml" : language);
    }

    private static Map<String, String> attributes(Map<String, String> options, String classes) {
        Map<String, String> attributes = new LinkedHashMap<>();
        put(options.get("title"), "data-title", attributes);
        put(options.get("hl_lines"), "data-lines", attributes);
        put(options.get("linenums"), "data-start", attributes);
        if ((" " + classes + " ").contains(" annotate ")) {
            attributes.put("class", "annotate");
        }
        return attributes;
    }

    private static void put(@Nullable String value, String name, Map<String, String> attributes) {
        if (value != null) {
            attributes.put(name, value);
        }
    }
}
