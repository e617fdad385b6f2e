package org.callboard.core.process;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A document as its lines alone show it, without any parser.
 *
 * @param firstLine the line of the file, from 1, that it starts on, the marker's if there is one
 * @param lastLine the last line before the next one
 * @param text its lines, the marker's too
 */
record ScannedDocument(int firstLine, int lastLine, String text) {

    private static final Pattern EXPRESSION = Pattern.compile("\\$?\\{\\{.*?}}|\\{%.*?%}", Pattern.DOTALL);
    private static final Pattern STEERING = Pattern.compile("(?m)^ *\\{\\{[^\\n]*?}} *\r?$|\\{%");
    private static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");
    private static final Pattern START = Pattern.compile("---(\\s.*)?");
    private static final Pattern END = Pattern.compile("\\.\\.\\.(\\s.*)?");
    private static final Pattern NOTHING = Pattern.compile("\\s*(#.*)?");

    /** {@return the documents of a YAML file that hold more than comments} */
    static List<ScannedDocument> ofYaml(String text) {
        List<ScannedDocument> documents = new ArrayList<>();
        List<String> lines = List.of(LINE_END.split(text.startsWith("\uFEFF") ? text.substring(1) : text, -1));
        int first = 0;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (START.matcher(line).matches() && holdsAnything(lines.subList(first, at))) {
                add(documents, lines, first, at);
                first = at;
            } else if (START.matcher(line).matches()) {
                first = at;
            } else if (END.matcher(line).matches()) {
                add(documents, lines, first, at);
                first = at + 1;
            }
        }
        add(documents, lines, first, lines.size());
        return documents;
    }

    /** {@return the document of a JSON file, if there is any} */
    static List<ScannedDocument> ofJson(String text) {
        int lines = LINE_END.split(text, -1).length;
        return text.isBlank() ? List.of() : List.of(new ScannedDocument(1, lines, text));
    }

    private static void add(List<ScannedDocument> documents, List<String> lines, int from, int to) {
        if (holdsAnything(lines.subList(from, to))) {
            documents.add(new ScannedDocument(from + 1, to, String.join("\n", lines.subList(from, to)) + "\n"));
        }
    }

    private static boolean holdsAnything(List<String> lines) {
        return lines.stream()
                .map(line -> START.matcher(line).matches() ? line.substring(3) : line)
                .anyMatch(line ->
                        !NOTHING.matcher(line).matches() && !line.startsWith("%YAML ") && !line.startsWith("%TAG "));
    }

    boolean contains(int line) {
        return line >= firstLine && line <= lastLine;
    }

    /** {@return whether an expression of a template engine stands anywhere in it} */
    boolean holdsExpressions() {
        return EXPRESSION.matcher(text).find();
    }

    /** {@return whether expressions decide which lines there will be} Templates of the scaffolder have none of these. */
    boolean steersLines() {
        return STEERING.matcher(text).find() && !text.contains("kind: Template");
    }

    /** {@return the document with a word for each expression that is a value, and nothing for the others} */
    ScannedDocument withoutExpressions(String word) {
        String plain = STEERING.matcher(text).replaceAll(found -> found.group().equals("{%") ? "{%" : "");
        int[] count = {0};
        String filled =
                EXPRESSION.matcher(plain).replaceAll(found -> found.group().startsWith("{%") ? "" : word + count[0]++);
        return new ScannedDocument(firstLine, lastLine, filled);
    }
}
