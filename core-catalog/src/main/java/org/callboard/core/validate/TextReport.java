package org.callboard.core.validate;

import java.io.PrintStream;
import java.util.Locale;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.Problem.Level;
import org.callboard.api.problem.SourcePosition;

/** Problems as editors and CI know them from compilers. */
final class TextReport {

    private TextReport() {}

    static void print(Report report, PrintStream out) {
        StringBuilder text = new StringBuilder();
        for (Problem problem : report.problems()) {
            text.append(place(report, problem.position()))
                    .append(": ")
                    .append(problem.level().name().toLowerCase(Locale.ROOT))
                    .append(": ")
                    .append(Plain.text(problem.reason()))
                    .append("\n    ")
                    .append(Plain.text(problem.fix()))
                    .append('\n');
        }
        text.append(summary(report)).append('\n');
        out.print(text);
    }

    private static String place(Report report, SourcePosition position) {
        return new SourcePosition(report.shown(position.target()), position.line(), position.column()).toString();
    }

    private static String summary(Report report) {
        long errors = report.count(Level.ERROR);
        long warnings = report.count(Level.WARNING);
        String found = errors == 0 && warnings == 0
                ? "no problems"
                : count(errors, "error", "errors") + ", " + count(warnings, "warning", "warnings");
        return count(report.files(), "file", "files") + ", " + count(report.entities(), "entity", "entities") + ": "
                + found + ".";
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
