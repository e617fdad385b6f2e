package org.callboard.core.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;
import org.callboard.core.read.ParsedDocument.Broken;
import org.callboard.core.read.ParsedDocument.Parsed;

/** Reads texts for tests. */
final class Reading {

    private Reading() {}

    static List<ParsedDocument> parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<ParsedDocument> parse(byte[] bytes) {
        return new DocumentParser(ReadLimits.DEFAULT).parse(bytes, "a.yaml");
    }

    static List<ParsedDocument> parseJson(String text) {
        return new DocumentParser(ReadLimits.DEFAULT).parse(text.getBytes(StandardCharsets.UTF_8), "a.json");
    }

    static Json.Obj tree(String text) {
        return ((Parsed) only(parse(text))).tree();
    }

    static Problem problem(String text) {
        return ((Broken) only(parse(text))).problem();
    }

    static Problem problem(byte[] bytes) {
        return ((Broken) only(parse(bytes))).problem();
    }

    static Problem jsonProblem(String text) {
        return ((Broken) only(parseJson(text))).problem();
    }

    static ParsedDocument only(List<ParsedDocument> documents) {
        assertEquals(1, documents.size(), documents::toString);
        return documents.get(0);
    }
}
