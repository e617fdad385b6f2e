package org.callboard.api.cli;

import java.util.List;
import org.callboard.api.model.Json;

/**
 * What the terminal prints, and how the command ends.
 *
 * @param output what is printed, 1 000 000 characters at most
 * @param exitCode 0 where it went well, 125 at most; {@code callboard} itself ends with 2 to 10
 */
public record CliAnswer(Output output, int exitCode) {

    /** What a terminal can print. */
    public sealed interface Output {}

    /** Lines of text. */
    public record Text(String text) implements Output {}

    /** JSON, for other programs. */
    public record Data(Json json) implements Output {}

    /**
     * Rows below each other.
     *
     * @param heads the heads of the columns
     * @param rows as many cells each
     */
    public record Rows(List<String> heads, List<List<String>> rows) implements Output {
        /** Copies heads and rows. */
        public Rows {
            heads = List.copyOf(heads);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** {@return an answer in text; it went well} */
    public static CliAnswer text(String text) {
        return new CliAnswer(new Text(text), 0);
    }

    /** {@return an answer in JSON; it went well} */
    public static CliAnswer json(Json json) {
        return new CliAnswer(new Data(json), 0);
    }

    /** {@return an answer in rows; it went well} */
    public static CliAnswer table(List<String> heads, List<List<String>> rows) {
        return new CliAnswer(new Rows(heads, rows), 0);
    }

    /** {@return this answer with another exit code} */
    public CliAnswer exitCode(int code) {
        return new CliAnswer(output, code);
    }
}
