package org.callboard.plugin.scorecards.score;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which revisions of plugins offered which facts, as a text to be stored: a line each, {@code acme/deploys 3f2a...}. */
final class Revisions {

    private Revisions() {}

    static String text(Map<String, String> revisions) {
        return revisions.entrySet().stream()
                .map(fact -> fact.getKey() + " " + fact.getValue())
                .collect(Collectors.joining("\n"));
    }

    static Map<String, String> read(@Nullable String text) {
        Map<String, String> revisions = new TreeMap<>();
        if (text != null) {
            text.lines().map(line -> line.split(" ", 2)).forEach(line -> revisions.put(line[0], line[line.length - 1]));
        }
        return revisions;
    }
}
