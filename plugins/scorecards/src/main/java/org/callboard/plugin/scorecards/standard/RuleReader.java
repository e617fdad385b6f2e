package org.callboard.plugin.scorecards.standard;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.callboard.api.model.Json;
import org.callboard.plugin.scorecards.rule.JsonPath;
import org.callboard.plugin.scorecards.rule.Operator;
import org.callboard.plugin.scorecards.rule.Readings;
import org.callboard.plugin.scorecards.rule.Rule;

/** Reads rules. */
final class RuleReader {

    private static final int DEEPEST = 10;
    private static final int MOST_LEAVES = 50;
    private static final List<String> TREES = List.of("all", "any", "not");
    private static final String DURATION = "Write a number and m, h, d, w or y: 90d.";
    private static final String TIME = "Write a day or a time: 2026-11-22, 2026-11-22T10:00:00Z.";
    private static final Map<String, Operator> WORDS =
            Map.of("present", new Operator.Present(), "absent", new Operator.Absent());
    private static final Map<String, Function<Piece, Optional<? extends Operator>>> OPERATORS = operators();

    private int leaves;

    private static Map<String, Function<Piece, Optional<? extends Operator>>> operators() {
        Map<String, Function<Piece, Optional<? extends Operator>>> known = new LinkedHashMap<>();
        known.put("is", piece -> Optional.of(piece.word(WORDS, new Operator.Present())));
        known.put("equals", piece -> value(piece).map(wanted -> new Operator.OneOf(List.of(wanted))));
        known.put("in", RuleReader::in);
        known.put(
                "matches",
                piece -> piece.read(
                        text -> Optional.of(Operator.Matches.of(text)),
                        "Write a regular expression of RE2, without (?=...) or \\1."));
        known.put(
                "atLeast",
                piece -> number(piece).map(least -> new Operator.Between(Optional.of(least), Optional.empty())));
        known.put(
                "atMost",
                piece -> number(piece).map(most -> new Operator.Between(Optional.empty(), Optional.of(most))));
        known.put("before", piece -> piece.read(Readings::time, TIME).map(Operator.Before::new));
        known.put("after", piece -> piece.read(Readings::time, TIME).map(Operator.After::new));
        known.put("within", piece -> duration(piece).map(Operator.Within::new));
        known.put("contains", piece -> value(piece).map(Operator.Contains::new));
        known.put("count", RuleReader::count);
        return known;
    }

    static Optional<Duration> duration(Piece piece) {
        return piece.read(Readings::duration, DURATION);
    }

    Rule read(Piece piece) {
        return read(piece, 0);
    }

    private Rule read(Piece piece, int depth) {
        if (depth > DEEPEST) {
            piece.flaw("The rule is nested deeper than " + DEEPEST + " levels.", "Split the check.");
            return new Rule.All(List.of());
        }
        for (String tree : TREES) {
            Piece inner = piece.get(tree);
            if (inner.isThere()) {
                piece.only(List.of(tree));
                return tree(tree, inner, depth + 1);
            }
        }
        return leaf(piece);
    }

    private Rule tree(String tree, Piece inner, int depth) {
        if (tree.equals("not")) {
            return new Rule.Not(read(inner, depth));
        }
        List<Rule> rules = new ArrayList<>();
        inner.items(MOST_LEAVES).forEach(item -> rules.add(read(item, depth)));
        if (rules.isEmpty()) {
            inner.flaw("'" + inner.path() + "' has no rules in it.", "Write at least one, behind a hyphen.");
        }
        return tree.equals("all") ? new Rule.All(rules) : new Rule.Any(rules);
    }

    private Rule leaf(Piece piece) {
        leaves++;
        if (leaves == MOST_LEAVES + 1) {
            piece.flaw("The rule asks more than " + MOST_LEAVES + " questions.", "Split the check.");
        }
        List<String> known = new ArrayList<>(List.of("fact", "path"));
        known.addAll(OPERATORS.keySet());
        piece.only(known);
        Piece fact = piece.get("fact");
        String name = fact.required("which fact the rule is about");
        FactNames.flaw(name).ifPresent(why -> fact.flaw(why, FactNames.FIX));
        JsonPath path = piece.get("path")
                .read(text -> Optional.of(JsonPath.parse(text)), "Write a path such as $.spec.owner.")
                .orElse(JsonPath.ROOT);
        return new Rule.Leaf(name, path, operator(piece));
    }

    private static Operator operator(Piece piece) {
        List<String> given = OPERATORS.keySet().stream()
                .filter(name -> piece.get(name).value() != null)
                .toList();
        if (given.size() != 1) {
            piece.flaw(
                    given.isEmpty()
                            ? "The rule does not say what has to be so."
                            : "The rule says more than one thing: " + String.join(", ", given) + ".",
                    "Write one of " + String.join(", ", OPERATORS.keySet()) + "; several go below all: or any:.");
            return new Operator.Present();
        }
        return OPERATORS
                .getOrDefault(given.get(0), none -> Optional.empty())
                .apply(piece.get(given.get(0)))
                .<Operator>map(operator -> operator)
                .orElseGet(Operator.Present::new);
    }

    private static Optional<Json> value(Piece piece) {
        return Optional.ofNullable(piece.value());
    }

    private static Optional<Operator> in(Piece piece) {
        List<Json> wanted = new ArrayList<>();
        piece.items(100).forEach(item -> value(item).ifPresent(wanted::add));
        if (wanted.isEmpty()) {
            piece.flaw("'" + piece.path() + "' lists nothing.", "Write what is allowed: [gold, silver].");
        }
        return Optional.of(new Operator.OneOf(wanted));
    }

    private static Optional<BigDecimal> number(Piece piece) {
        if (piece.value() instanceof Json.Num number) {
            return Optional.of(number.value());
        }
        piece.flaw("'" + piece.path() + "' is no number.", "Write a number without quotes.");
        return Optional.empty();
    }

    private static Optional<Operator> count(Piece piece) {
        piece.only(List.of("atLeast", "atMost"));
        Piece least = piece.get("atLeast");
        Piece most = piece.get("atMost");
        if (!least.isThere() && !most.isThere()) {
            piece.flaw("The count has no bound.", "Write atLeast: 1, or atMost.");
        }
        return Optional.of(new Operator.Count(new Operator.Between(
                least.isThere() ? number(least) : Optional.empty(), most.isThere() ? number(most) : Optional.empty())));
    }
}
