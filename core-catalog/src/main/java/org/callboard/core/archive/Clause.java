package org.callboard.core.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A clause of a manifest header, for example one package that is imported.
 *
 * @param paths the names before the parameters
 * @param attributes the parameters with {@code =}
 * @param directives the parameters with {@code :=}
 */
public record Clause(List<String> paths, Map<String, String> attributes, Map<String, String> directives) {

    /** {@return the clauses of a header} */
    static List<Clause> parse(String header) {
        List<Clause> clauses = new ArrayList<>();
        for (String text : split(header, ',')) {
            if (!text.isBlank()) {
                clauses.add(parseOne(text));
            }
        }
        return clauses;
    }

    private static Clause parseOne(String text) {
        List<String> paths = new ArrayList<>();
        Map<String, String> attributes = new LinkedHashMap<>();
        Map<String, String> directives = new LinkedHashMap<>();
        for (String part : split(text, ';')) {
            int equals = part.indexOf('=');
            // an attribute may state its type: name:Type="value"
            boolean isDirective = equals > 0 && part.charAt(equals - 1) == ':';
            if (equals < 0) {
                paths.add(part.strip());
            } else if (isDirective) {
                directives.put(part.substring(0, equals - 1).strip(), unquoted(part.substring(equals + 1)));
            } else {
                String name = part.substring(0, equals).split(":", 2)[0];
                attributes.put(name.strip(), unquoted(part.substring(equals + 1)));
            }
        }
        return new Clause(paths, attributes, directives);
    }

    /** Splits where no quotes are open. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean isQuoted = false;
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '"' && (at == 0 || text.charAt(at - 1) != '\\')) {
                isQuoted = !isQuoted;
            } else if (character == separator && !isQuoted) {
                parts.add(text.substring(start, at));
                start = at + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static String unquoted(String value) {
        String stripped = value.strip();
        return stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"")
                ? stripped.substring(1, stripped.length() - 1)
                : stripped;
    }

    /** {@return whether the bundle does without it where nobody offers it} */
    public boolean isOptional() {
        return "optional".equals(directives.get("resolution"));
    }
}
