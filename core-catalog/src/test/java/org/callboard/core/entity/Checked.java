package org.callboard.core.entity;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.SourcePosition;

/** Checks documents for tests; the place of a problem is its path. */
final class Checked {

    static final Locator PATHS = new Locator() {
        @Override
        public SourcePosition value(List<String> path) {
            return SourcePosition.ofFile(String.join(".", path));
        }

        @Override
        public SourcePosition key(List<String> path) {
            return SourcePosition.ofFile(String.join(".", path));
        }
    };

    private Checked() {}

    static Json.Obj json(String text) {
        return (Json.Obj) new JsonCodec().decode(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    static Json.Obj withMetadata(Json.Obj metadata) {
        return Json.object()
                .put("apiVersion", "backstage.io/v1alpha1")
                .put("kind", "Component")
                .put("metadata", metadata)
                .build();
    }

    static Json.Obj withMetadata(String field, Json value) {
        return withMetadata(Json.object().put("name", "x").build().with(field, value));
    }

    static List<Problem> envelope(Json.Obj document) {
        Findings findings = new Findings(PATHS);
        EnvelopeRules.check(document, findings);
        return findings.problems();
    }

    static List<Problem> kind(KindCheck check, Json.Obj document) {
        Findings findings = new Findings(PATHS);
        check.check(document, findings);
        return findings.problems();
    }

    /** {@return the problems as {@code LEVEL code path}} */
    static List<String> brief(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.level() + " " + problem.code() + " "
                        + problem.position().target())
                .toList();
    }
}
