package org.callboard.plugin.docs.markup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/** Names of signs and keys, read from files beside this class: on each line what is shown, then its names. */
final class Names {

    static final Map<String, String> EMOJI = read("emoji.txt", ' ');
    static final Map<String, String> KEYS = read("keys.txt", '\t');
    /** The name of a key that the others stand for. */
    static final Map<String, String> FIRST_OF_KEYS = first("keys.txt", '\t');

    private Names() {}

    private static Map<String, String> read(String file, char separator) {
        Map<String, String> names = new HashMap<>();
        each(file, separator, (shown, all) -> all.forEach(name -> names.put(name, shown)));
        return Map.copyOf(names);
    }

    private static Map<String, String> first(String file, char separator) {
        Map<String, String> first = new HashMap<>();
        each(file, separator, (shown, all) -> all.forEach(name -> first.put(name, all.get(0))));
        return Map.copyOf(first);
    }

    private static void each(String file, char separator, BiConsumer<String, List<String>> line) {
        InputStream stream = Objects.requireNonNull(Names.class.getResourceAsStream(file), file);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().forEach(text -> {
                int end = text.indexOf(separator);
                line.accept(
                        text.substring(0, end), List.of(text.substring(end + 1).split(" ", -1)));
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
