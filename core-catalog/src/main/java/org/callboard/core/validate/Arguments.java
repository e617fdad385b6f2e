package org.callboard.core.validate;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands behind {@code catalog validate}.
 *
 * @param inputs files, folders and patterns; {@code -} is standard input
 */
record Arguments(List<String> inputs, Warnings warnings, Output output) {

    static final String USAGE = """
            usage: callboard catalog validate [--strict] [--json] FILE|FOLDER|PATTERN|-...

              Checks descriptors as the portal's catalog does, without a portal. '-' reads standard input.
              --strict   warnings fail, too
              --json     print one JSON document
              exit codes: 0 all would be taken, 1 a document would be refused, 2 command line, 6 something can't be read
            """;

    /** What warnings do. */
    enum Warnings {
        PASS,
        FAIL
    }

    /** For whom the problems are printed. */
    enum Output {
        TEXT,
        JSON
    }

    /** A command line that can't be understood. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    static Arguments parse(String... arguments) throws UsageException {
        List<String> inputs = new ArrayList<>();
        Warnings warnings = Warnings.PASS;
        Output output = Output.TEXT;
        boolean optionsEnded = false;
        for (String argument : arguments) {
            if (optionsEnded || argument.equals("-") || !argument.startsWith("-")) {
                inputs.add(argument);
            } else if (argument.equals("--")) {
                optionsEnded = true;
            } else if (argument.equals("--strict")) {
                warnings = Warnings.FAIL;
            } else if (argument.equals("--json")) {
                output = Output.JSON;
            } else {
                throw new UsageException("There is no option '" + argument + "'.");
            }
        }
        if (inputs.isEmpty() || inputs.contains("")) {
            throw new UsageException("Name a file, a folder or a pattern, or '-' for standard input.");
        }
        return new Arguments(List.copyOf(inputs), warnings, output);
    }
}
