package org.callboard.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.callboard.api.model.Json;
import org.callboard.api.net.WebAnswer;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;

/** An answer that a test wrote. */
record TextAnswer(int status, String text, Map<String, String> headers) implements WebAnswer {

    static TextAnswer of(int status, String text, String type) {
        return new TextAnswer(status, text, Map.of("content-type", type));
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public List<String> headers(String name) {
        return header(name).stream().toList();
    }

    @Override
    public SortedSet<String> headerNames() {
        return new TreeSet<>(headers.keySet());
    }

    @Override
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Json json() {
        try {
            return new TestJson().readText(text);
        } catch (java.io.UncheckedIOException malformed) {
            throw new PortalException(ProblemKind.UNAVAILABLE, "The answer is no JSON.", null, malformed);
        }
    }
}
