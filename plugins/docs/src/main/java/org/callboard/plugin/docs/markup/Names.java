package org.callboard.plugin.docs.markup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Names of signs and keys, read from files beside this class: on each line what is shown, then its names. */
final class Names {

    static final Map<String, String> EMOJI = read("emoji.txt", ' ');
    static final Map<String, String> KEYS = read("keys.txt", '\t');

    private Names() {}

    private static Map<String, String> read(String file, char separator) {
        Map<String, String> names = new HashMap<>();
        InputStream stream = Objects.requireNonNull(Names.class.getResourceAsStream(file), file);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().forEach(line -> {
                int end = line.indexOf(separator);
                Arrays.stream(line.substring(end + 1).split(" ", -1))
                        .forEach(name -> names.put(name, line.substring(0, end)));
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(names);
    }
}
