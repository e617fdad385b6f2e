package org.callboard.core.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Entry of the command {@code policy check}; the launcher finds it by its name. */
public final class PolicyCheckCommand {

    private static final int WRONG = 1;
    private static final int USAGE = 2;
    private static final int UNREADABLE = 6;

    private PolicyCheckCommand() {}

    /**
     * {@return the exit code: 0 where the portal would take the policy, 1 where it would refuse it, 2 for a command line that
     * can't be understood, 6 where the file can't be read}
     *
     * @param arguments what stands behind {@code policy check}
     * @param in not read
     * @param out takes the problems, or how many rules there are
     * @param errors takes what is wrong with the command line
     */
    public static int run(String[] arguments, InputStream in, PrintStream out, PrintStream errors) {
        if (arguments.length != 1 || arguments[0].startsWith("-")) {
            errors.println("usage: callboard policy check FILE");
            return USAGE;
        }
        try {
            return check(Files.readAllBytes(Path.of(arguments[0])), arguments[0], out);
        } catch (IOException failure) {
            errors.println("The file " + arguments[0] + " can't be read.");
            return UNREADABLE;
        }
    }

    private static int check(byte[] text, String name, PrintStream out) {
        PolicyReading reading = PolicyReader.read(text, name);
        reading.problems().forEach(problem -> out.println(PolicyReading.line(problem)));
        Policy policy = reading.policy();
        if (policy == null) {
            return WRONG;
        }
        Set<String> ofPlugins = policy.unknown(Set.of());
        out.println(name + ": good, " + policy.rules().size() + " rules."
                + (ofPlugins.isEmpty()
                        ? ""
                        : " Only a portal with their plugins knows these permissions: " + String.join(", ", ofPlugins)
                                + "."));
        return 0;
    }
}
