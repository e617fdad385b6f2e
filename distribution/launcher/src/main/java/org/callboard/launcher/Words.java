package org.callboard.launcher;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.callboard.launcher.Options.UsageException;

/**
 * The words of a command of a group, such as {@code plugin logs --tail 5 x}; options may stand anywhere behind it.
 *
 * @param command the group and the command
 * @param plain what is no option
 * @param flags options without a value
 * @param values options with their values in order
 */
record Words(String command, List<String> plain, Set<String> flags, Map<String, List<String>> values) {

    private static final Set<String> WITH_VALUE = Set.of(
            "--url",
            "--plan",
            "--tail",
            "--filter",
            "--text",
            "--limit",
            "--dir",
            "--package",
            "--owner",
            "--permission",
            "--plugin",
            "--expires",
            "--portal",
            "--backup",
            "--caller",
            "--act",
            "--subject",
            "--outcome",
            "--from",
            "--to",
            "--head",
            "--port");

    static Words parse(String group, List<String> words) throws UsageException {
        if (words.isEmpty()) {
            throw new UsageException(group + " what?");
        }
        Deque<String> rest = new ArrayDeque<>(words);
        String command = group + " " + rest.pop();
        List<String> plain = new ArrayList<>();
        Set<String> flags = new HashSet<>();
        Map<String, List<String>> values = new HashMap<>();
        while (!rest.isEmpty()) {
            String word = rest.pop();
            if (!word.startsWith("--")) {
                plain.add(word);
            } else if (!WITH_VALUE.contains(word)) {
                flags.add(word);
            } else if (rest.isEmpty()) {
                throw new UsageException("The option " + word + " needs a value.");
            } else {
                values.computeIfAbsent(word, option -> new ArrayList<>()).add(rest.pop());
            }
        }
        return new Words(command, plain, flags, values);
    }

    /** Refuses options other than these and those that every command has. */
    Words taking(String... options) throws UsageException {
        Set<String> known = new HashSet<>(List.of(options));
        known.addAll(List.of("--url", "--json"));
        Set<String> given = new HashSet<>(flags);
        given.addAll(values.keySet());
        for (String option : given) {
            if (!known.contains(option)) {
                throw new UsageException("The command '" + command + "' has no option '" + option + "'.");
            }
        }
        return this;
    }

    /** {@return the one word that is no option} */
    String one(String what) throws UsageException {
        if (plain.size() != 1) {
            throw new UsageException("The command '" + command + "' needs one " + what + ".");
        }
        return plain.get(0);
    }

    /** {@return the words that are no options, of which there must be one} */
    List<String> some(String what) throws UsageException {
        if (plain.isEmpty()) {
            throw new UsageException("The command '" + command + "' needs a " + what + ".");
        }
        return plain;
    }

    void none() throws UsageException {
        if (!plain.isEmpty()) {
            throw new UsageException("The command '" + command + "' takes no '" + plain.get(0) + "'.");
        }
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    List<String> all(String option) {
        return Objects.requireNonNullElse(values.get(option), List.of());
    }

    /** {@return an option's value, the last where there are several} */
    Optional<String> value(String option) {
        List<String> given = all(option);
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
    }

    String number(String option, String otherwise) throws UsageException {
        String text = value(option).orElse(otherwise);
        if (!text.matches("\\d{1,9}")) {
            throw new UsageException("'" + text + "' is no number, which " + option + " needs.");
        }
        return text;
    }
}
