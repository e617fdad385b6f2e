package org.callboard.core.validate;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.Problem.Level;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.validate.Arguments.Warnings;
import org.callboard.core.validate.Report.Verdict;

/** Problems for programs: each has the fields that the catalog's API gives it. */
final class JsonReport {

    private JsonReport() {}

    static void print(Report report, Warnings warnings, PrintStream out) {
        Json.Obj document = Json.object()
                .put("verdict", report.verdict(warnings).name().toLowerCase(Locale.ROOT))
                .put("ok", report.verdict(warnings) == Verdict.TAKEN ? Json.Bool.TRUE : Json.Bool.FALSE)
                .put("files", report.files())
                .put("entities", report.entities())
                .put("errors", report.count(Level.ERROR))
                .put("warnings", report.count(Level.WARNING))
                .put(
                        "problems",
                        new Json.Arr(report.problems().stream()
                                .<Json>map(problem -> problem(report, problem))
                                .toList()))
                .build();
        try {
            new JsonCodec().write(document, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
    }

    private static Json.Obj problem(Report report, Problem problem) {
        String ref = problem.entityRef();
        return Json.object()
                .put("level", problem.level().name().toLowerCase(Locale.ROOT))
                .put("code", problem.code())
                .put("entityRef", ref == null ? Json.Null.NULL : Json.of(ref))
                .put("target", report.shown(problem.position().target()))
                .put("line", problem.position().line())
                .put("column", problem.position().column())
                .put("reason", problem.reason())
                .put("fix", problem.fix())
                .build();
    }
}
