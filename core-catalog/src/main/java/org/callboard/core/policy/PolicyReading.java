package org.callboard.core.policy;

import java.util.List;
import java.util.stream.Collectors;
import org.callboard.api.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a text came to.
 *
 * @param policy null where it has problems
 * @param digest the SHA-256 of the text
 * @param problems what is wrong with it, in the order of the lines; the first few dozen
 */
public record PolicyReading(@Nullable Policy policy, String digest, List<Problem> problems) {

    private static final int SHOWN = 3;

    /** Copies the problems. */
    public PolicyReading {
        problems = List.copyOf(problems);
    }

    /** {@return the first problems, each with its place and what to do, in a line each} */
    public String words() {
        String first = problems.stream().limit(SHOWN).map(PolicyReading::line).collect(Collectors.joining("\n"));
        return problems.size() <= SHOWN ? first : first + "\nand " + (problems.size() - SHOWN) + " more problems.";
    }

    /** {@return a problem on one line} */
    public static String line(Problem problem) {
        return problem.position() + ": " + problem.reason() + " " + problem.fix();
    }
}
