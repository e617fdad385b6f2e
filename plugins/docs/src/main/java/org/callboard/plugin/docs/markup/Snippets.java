package org.callboard.plugin.docs.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts files in the place of the lines that name them, {@code --8<-- "file"}, and of the names between two such. */
final class Snippets {

    private static final int DEEPEST = 8;
    private static final Pattern LINE =
            Pattern.compile("([ \\t]*+)(;*+)-+8<-+(?:[ \\t]++(?:\"([^\"\\n]+)\"|'([^'\\n]+)'))?[ \\t]*+");
    private static final Pattern PART = Pattern.compile("(.+?)(?::(\\d*)(?::(\\d*))?|:([a-zA-Z][\\w-]*))");
    private static final Pattern SECTION =
            Pattern.compile(".*-+8<-+[ \\t]*\\[[ \\t]*(start|end)[ \\t]*:[ \\t]*([\\w-]+)[ \\t]*\\].*");

    private final Function<String, Optional<String>> files;
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** @param files the text of a file that may be included */
    Snippets(Function<String, Optional<String>> files) {
        this.files = files;
    }

    /** @throws TooComplexException where the page becomes too long */
    String fill(String source) throws TooComplexException {
        add(source, "");
        return text.toString();
    }

    private void add(String source, String indent) throws TooComplexException {
        boolean isList = false;
        for (String line : source.split("\n", -1)) {
            Matcher found = line.contains("8<") ? LINE.matcher(line) : null;
            if (found != null && found.matches()) {
                String file = found.group(3) != null ? found.group(3) : found.group(4);
                if (!found.group(2).isEmpty()) {
                    put(indent + line.replaceFirst(";", ""));
                } else if (file == null) {
                    isList = !isList;
                } else {
                    include(file, indent + found.group(1));
                }
            } else if (isList) {
                include(line.strip(), indent);
            } else if (found == null || !SECTION.matcher(line).matches()) {
                put(indent + line);
            }
        }
    }

    private void put(String line) throws TooComplexException {
        if (text.length() + line.length() > Complexity.LONGEST) {
            throw new TooComplexException("it is longer than " + Complexity.LONGEST + " characters with its snippets");
        }
        text.append(line).append('\n');
    }

    private void include(String name, String indent) throws TooComplexException {
        if (name.isEmpty() || name.startsWith(";") || open.size() >= DEEPEST || open.contains(name)) {
            return;
        }
        Optional<String> content = files.apply(name);
        Matcher part = PART.matcher(name);
        if (content.isEmpty() && part.matches()) {
            content = files.apply(part.group(1)).map(whole -> part(whole, part));
        }
        if (content.isPresent()) {
            open.push(name);
            add(content.get().replace("\r\n", "\n").stripTrailing(), indent);
            open.pop();
        }
    }

    private static String part(String whole, Matcher part) {
        if (part.group(4) != null) {
            return section(whole, part.group(4));
        }
        String[] lines = whole.split("\\R", -1);
        int from = number(part.group(2), 1);
        int to = Math.min(number(part.group(3), lines.length), lines.length);
        StringBuilder text = new StringBuilder();
        for (int line = Math.max(1, from); line <= to; line++) {
            text.append(lines[line - 1]).append('\n');
        }
        return text.toString();
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null || digits.isEmpty() || digits.length() > 9 ? otherwise : Integer.parseInt(digits);
    }

    private static String section(String whole, String name) {
        StringBuilder text = new StringBuilder();
        boolean isWithin = false;
        for (String line : whole.split("\\R", -1)) {
            Matcher mark = SECTION.matcher(line);
            if (mark.matches()) {
                isWithin = mark.group(2).equals(name) ? mark.group(1).equals("start") : isWithin;
            } else if (isWithin) {
                text.append(line).append('\n');
            }
        }
        return text.toString();
    }
}
