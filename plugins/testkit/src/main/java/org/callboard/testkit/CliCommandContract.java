package org.callboard.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.callboard.api.cli.CliAnswer;
import org.callboard.api.cli.CliCommand;
import org.callboard.api.cli.CliRequest;
import org.callboard.api.ui.Input;
import org.callboard.api.ui.Values;
import org.junit.jupiter.api.Test;

/** What every command of the command line keeps to. */
public interface CliCommandContract extends ExtensionContract<CliCommand> {

    /** {@return what somebody types who does it right} */
    default CliRequest request() {
        return new CliRequest(TestCaller.named("Mara"), new Values(java.util.Map.of()), "");
    }

    /** Options are told apart by their names, and some are the terminal's own. */
    @Test
    default void itsParametersCanBeTyped() {
        Set<String> names = new HashSet<>(List.of("help", "url"));
        for (Input parameter : extension().parameters()) {
            String name = parameter.name();
            assertTrue(name.matches("[a-z][a-z0-9-]*"), () -> "A parameter is called '" + name + "'.");
            assertTrue(names.add(name), () -> "'--" + name + "' is taken.");
        }
        assertFalse(extension().permission().isBlank(), "The permission is empty: nobody holds it.");
    }

    /** It is answered, with an exit code that is its own to give. */
    @Test
    default void answersWithWhatATerminalCanPrint() {
        CliAnswer answer = extension().run(request());
        assertTrue(
                answer.exitCode() >= 0 && answer.exitCode() <= 125,
                () -> "The exit code is " + answer.exitCode() + ".");
        if (answer.output() instanceof CliAnswer.Rows rows) {
            rows.rows()
                    .forEach(row -> assertTrue(
                            row.size() == rows.heads().size(),
                            () -> "A row has not as many cells as there are heads: " + row));
        }
    }
}
