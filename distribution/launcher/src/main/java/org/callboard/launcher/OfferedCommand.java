package org.callboard.launcher;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A command that a plugin of the portal offers, and how what is typed becomes what it is given. */
record OfferedCommand(Tree facts) {

    private static final String OPTION = "--";

    String plugin() {
        return facts.text("plugin");
    }

    String name() {
        return facts.text("id");
    }

    boolean reads() {
        return facts.text("reads").equals("true");
    }

    /** {@return how it is written} */
    String usage() {
        StringBuilder usage = new StringBuilder("callboard " + plugin() + " " + name());
        for (Tree parameter : parameters()) {
            String name = parameter.text("name");
            String option = isTicked(parameter) ? OPTION + name : OPTION + name + " " + kind(parameter);
            usage.append(isRequired(parameter) ? " " + option : " [" + option + "]");
        }
        return usage.append(reads() ? " < INPUT" : "").toString();
    }

    /** Prints what it is for and what it takes. */
    void explain(PrintStream out) {
        out.println("usage: " + usage());
        out.println();
        out.println(facts.text("title"));
        if (!parameters().isEmpty()) {
            out.println();
            Table table = new Table();
            parameters()
                    .forEach(parameter -> table.row(
                            "  " + OPTION + parameter.text("name"),
                            kind(parameter),
                            isRequired(parameter) ? "needed" : "",
                            about(parameter)));
            table.print(out);
        }
        String error = facts.text("error", "message");
        if (!error.isEmpty()) {
            out.println(error);
        }
    }

    private static String about(Tree parameter) {
        List<String> parts = new ArrayList<>(List.of(parameter.text("label")));
        parts.add(parameter.text("help"));
        List<Tree> options = parameter.items("options");
        if (!options.isEmpty() && !parameter.text("kind").equals("entity")) {
            parts.add("One of "
                    + String.join(
                            ", ",
                            options.stream().map(option -> option.text("value")).toList()) + ".");
        }
        parts.removeIf(String::isEmpty);
        return String.join(". ", parts).replace("..", ".");
    }

    /** {@return the values of its parameters: options by their names, and other words for the rest of them in their order} */
    Map<String, List<String>> values(List<String> words) throws CommandException {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Deque<String> rest = new ArrayDeque<>(words);
        List<String> plain = new ArrayList<>();
        while (!rest.isEmpty()) {
            String word = rest.pop();
            if (word.equals(OPTION)) {
                plain.addAll(rest);
                rest.clear();
            } else if (word.startsWith(OPTION)) {
                option(word.substring(OPTION.length()), rest, values);
            } else {
                plain.add(word);
            }
        }
        fill(plain, values);
        return values;
    }

    private void option(String word, Deque<String> rest, Map<String, List<String>> values) throws CommandException {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        Tree parameter = parameters().stream()
                .filter(known -> known.text("name").equals(name))
                .findFirst()
                .orElseThrow(() -> wrong("has no option '--" + name + "'"));
        String value = equals >= 0
                ? word.substring(equals + 1)
                : isTicked(parameter)
                        ? "true"
                        : Optional.ofNullable(rest.poll()).orElseThrow(() -> wrong("needs a value behind --" + name));
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    private void fill(List<String> plain, Map<String, List<String>> values) throws CommandException {
        Deque<String> words = new ArrayDeque<>(plain);
        for (Tree parameter : parameters()) {
            String name = parameter.text("name");
            if (!words.isEmpty() && !isTicked(parameter) && !values.containsKey(name)) {
                values.put(name, List.of(words.pop()));
            }
        }
        if (!words.isEmpty()) {
            throw wrong("takes no '" + words.peek() + "'");
        }
    }

    private CommandException wrong(String how) {
        return new CommandException(
                ExitCode.USAGE,
                "The command '" + plugin() + " " + name() + "' " + how + "." + System.lineSeparator() + "usage: "
                        + usage());
    }

    private List<Tree> parameters() {
        return facts.items("parameters");
    }

    private static boolean isTicked(Tree parameter) {
        return parameter.text("kind").equals("check");
    }

    private static boolean isRequired(Tree parameter) {
        return parameter.text("required").equals("true");
    }

    private static String kind(Tree parameter) {
        return switch (parameter.text("kind")) {
            case "check" -> "";
            case "number" -> "NUMBER";
            case "date" -> "YYYY-MM-DD";
            case "entity" -> "REF";
            case "choice", "choices" -> "CHOICE";
            default -> "TEXT";
        };
    }
}
