package org.callboard.plugin.scorecards.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.plugin.scorecards.fact.Answer;
import org.callboard.plugin.scorecards.fact.Facts;
import org.callboard.plugin.scorecards.rule.JsonPath;
import org.callboard.plugin.scorecards.rule.Operator;
import org.callboard.plugin.scorecards.rule.Rule;
import org.callboard.plugin.scorecards.rule.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The letters are the states of the questions: p passed, f failed, u unknown, e error. */
final class JudgeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Facts FACTS = name -> switch (name) {
        case "p" -> new Answer.Known(Json.of("x"), NOW, "", null);
        case "f" -> new Answer.Known(null, NOW, "", null);
        case "u" -> new Answer.Missing("Nobody knows.");
        default -> new Answer.Failed("It failed.");
    };

    @ParameterizedTest(name = "all {0} is {1}, any is {2}, none is {3}")
    @CsvSource({
        "p, PASSED, PASSED, FAILED",
        "f, FAILED, FAILED, PASSED",
        "u, UNKNOWN, UNKNOWN, UNKNOWN",
        "e, ERROR, ERROR, ERROR",
        "pf, FAILED, PASSED, FAILED",
        "pu, UNKNOWN, PASSED, FAILED",
        "pe, ERROR, PASSED, FAILED",
        "fu, FAILED, UNKNOWN, UNKNOWN",
        "uf, FAILED, UNKNOWN, UNKNOWN",
        "fe, FAILED, ERROR, ERROR",
        "ue, ERROR, ERROR, ERROR",
        "eu, ERROR, ERROR, ERROR",
        "pfue, FAILED, PASSED, FAILED",
    })
    void whatIsUnknownNeverPasses(String letters, State all, State any, State none) {
        List<Rule> rules = new ArrayList<>();
        letters.chars()
                .forEach(letter ->
                        rules.add(new Rule.Leaf(String.valueOf((char) letter), JsonPath.ROOT, new Operator.Present())));
        Judge judge = new Judge(FACTS, NOW, null);
        assertEquals(all, judge.of(new Rule.All(rules)));
        assertEquals(any, judge.of(new Rule.Any(rules)));
        assertEquals(none, judge.of(new Rule.Not(new Rule.Any(rules))));
    }
}
