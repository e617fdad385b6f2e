package org.callboard.core.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;
import org.callboard.core.policy.Policy;
import org.callboard.core.policy.Rule;
import org.callboard.core.policy.Where;

/** A policy as JSON. */
final class PolicyJson {

    private PolicyJson() {}

    static Json problems(List<Problem> problems) {
        return new Json.Arr(problems.stream()
                .<Json>map(problem -> Json.object()
                        .put("line", problem.position().line())
                        .put("column", problem.position().column())
                        .put("reason", problem.reason())
                        .put("fix", problem.fix())
                        .build())
                .toList());
    }

    /** {@return where a rule stands, and its words} */
    static Json.Obj place(Rule rule) {
        return Json.object()
                .put("file", rule.position().target())
                .put("line", rule.position().line())
                .put("words", rule.words())
                .build();
    }

    static Json rules(Policy policy) {
        return new Json.Arr(policy.rules().stream()
                .<Json>map(rule -> place(rule)
                        .with("effect", Json.of(rule.effect().name().toLowerCase(Locale.ROOT)))
                        .with("permissions", sorted(rule.permissions()))
                        .with("to", sorted(rule.subjects()))
                        .with("where", where(rule)))
                .toList());
    }

    private static Json where(Rule rule) {
        Where where = rule.where();
        if (where == null) {
            return Json.Null.NULL;
        }
        return Json.object()
                .put("owner", sorted(where.owners()))
                .put("kind", sorted(where.kinds()))
                .put("type", sorted(where.types()))
                .put("label", named(where.labels()))
                .put("annotation", named(where.annotations()))
                .put("plugin", sorted(where.plugins()))
                .build();
    }

    private static Json named(Map<String, Set<String>> values) {
        Json.Builder named = Json.object();
        values.forEach((name, allowed) -> named.put(name, sorted(allowed)));
        return named.build();
    }

    private static Json sorted(Set<String> names) {
        return Json.ofTexts(List.copyOf(new TreeSet<>(names)));
    }
}
