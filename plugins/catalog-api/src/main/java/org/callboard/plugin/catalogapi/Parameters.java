package org.callboard.plugin.catalogapi;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The parameters of a query string. The servlet's own parameters would read the body of a POST as well. */
final class Parameters {

    private final String query;
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Parameters(String query) {
        this.query = query;
    }

    /** Reads a query string and refuses what is not known or empty. */
    static Parameters read(@Nullable String query, String... known) {
        Parameters parameters = new Parameters(query == null ? "" : query);
        for (String pair : parameters.query.split("&", -1)) {
            parameters.add(pair);
        }
        parameters.values.forEach((name, texts) -> check(name, texts, known));
        return parameters;
    }

    static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Inputs.bad("'" + text + "' is not URL encoded, a percent sign in it starts no code");
        }
    }

    /** {@return all values of a parameter that may be repeated, in order} */
    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** {@return the parts of a comma-separated list, trimmed and without the empty ones} */
    List<String> list(String name) {
        return all(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::trim)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** {@return the value of a parameter that may be there once} */
    Optional<String> text(String name) {
        return single(name, "string");
    }

    /** {@return the whole number from 0 that a parameter gives} */
    OptionalInt count(String name) {
        Optional<String> text = single(name, "integer");
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Inputs.count(path(name), text.get()));
    }

    /** {@return a Link header to this same query behind another position} */
    String nextLink(String path, String after) {
        StringJoiner pairs = new StringJoiner("&", "<" + path + "?", ">; rel=\"next\"");
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && !pair.startsWith("after=")) {
                pairs.add(encode(pair.substring(0, equals)) + "=" + encode(pair.substring(equals + 1)));
            }
        }
        return pairs.add("after=" + URLEncoder.encode(after, StandardCharsets.UTF_8))
                .toString();
    }

    /** Encodes anew what may have come with only some of its characters encoded. */
    private static String encode(String text) {
        return URLEncoder.encode(decode(text), StandardCharsets.UTF_8);
    }

    private Optional<String> single(String name, String type) {
        List<String> texts = all(name);
        if (texts.size() > 1) {
            throw Inputs.bad(path(name) + " must be " + type);
        }
        return texts.stream().findFirst();
    }

    private void add(String pair) {
        if (!pair.isEmpty()) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            values.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
        }
    }

    private static void check(String name, List<String> texts, String... known) {
        if (!Arrays.asList(known).contains(name)) {
            throw Inputs.bad("Unknown query parameter '" + name + "'");
        }
        if (texts.size() == 1 && texts.get(0).isEmpty()) {
            throw Inputs.bad("Empty value found for query parameter '" + name + "'");
        }
    }

    static String path(String name) {
        return "request/query/" + name;
    }
}
