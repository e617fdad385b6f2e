package org.callboard.core.validate;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/** Entry of the command {@code callboard catalog validate}; the launcher finds it by its name. */
public final class ValidateCommand {

    private static final int USAGE = 2;

    private ValidateCommand() {}

    /**
     * {@return the exit code: 0 where the catalog would take every document, 1 where it would refuse one, 2 for a command
     * line that can't be understood, 6 where something that was named can't be read}
     *
     * @param arguments what stands behind {@code catalog validate}
     * @param in read where {@code -} is among the arguments
     * @param out takes the problems
     * @param errors takes what is wrong with the command line
     */
    public static int run(String[] arguments, InputStream in, PrintStream out, PrintStream errors) {
        Arguments parsed;
        try {
            parsed = Arguments.parse(arguments);
        } catch (Arguments.UsageException wrong) {
            errors.println(wrong.getMessage());
            errors.print(Arguments.USAGE);
            return USAGE;
        }
        Path here = Path.of("").toAbsolutePath().normalize();
        Report report = new Validation(here, parsed.inputs(), in).run();
        if (parsed.output() == Arguments.Output.JSON) {
            JsonReport.print(report, parsed.warnings(), out);
        } else {
            TextReport.print(report, out);
        }
        out.flush();
        return report.verdict(parsed.warnings()).exitCode();
    }
}
