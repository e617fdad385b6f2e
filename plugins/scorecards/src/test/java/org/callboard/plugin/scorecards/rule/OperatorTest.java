package org.callboard.plugin.scorecards.rule;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.model.Json;
import org.callboard.testkit.TestJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OperatorTest {

    private static final TestJson JSON = new TestJson();
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Map<String, Operator> OPERATORS = Map.ofEntries(
            Map.entry("present", new Operator.Present()),
            Map.entry("absent", new Operator.Absent()),
            Map.entry("equals gold", equal("\"gold\"")),
            Map.entry("equals 80", equal("80")),
            Map.entry("equals true", equal("true")),
            Map.entry("equals [1,2]", equal("[1,2]")),
            Map.entry("matches ^v[0-9]+", new Operator.Matches(Pattern.compile("^v[0-9]+"))),
            Map.entry("atLeast 80", between("80", null)),
            Map.entry("atMost 80", between(null, "80")),
            Map.entry("before", new Operator.Before(NOW)),
            Map.entry("after", new Operator.After(NOW)),
            Map.entry("within 90d", new Operator.Within(Duration.ofDays(90))),
            Map.entry("contains a", new Operator.Contains(Json.of("a"))),
            Map.entry("count 2..3", new Operator.Count((Operator.Between) between("2", "3"))));

    private static Operator equal(String wanted) {
        return new Operator.OneOf(List.of(JSON.readText(wanted)));
    }

    private static Operator between(
            @org.jspecify.annotations.Nullable String least, @org.jspecify.annotations.Nullable String most) {
        return new Operator.Between(
                Optional.ofNullable(least).map(BigDecimal::new),
                Optional.ofNullable(most).map(BigDecimal::new));
    }

    /** The values that a path found, as a JSON list; how it went. */
    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "present | [] | FAILED",
                "present | [null] | FAILED",
                "present | [\" \"] | FAILED",
                "present | [0] | PASSED",
                "present | [{}] | PASSED",
                "absent | [] | PASSED",
                "absent | [null, \"\"] | PASSED",
                "absent | [false] | FAILED",
                "equals gold | [\"gold\"] | PASSED",
                "equals gold | [\"silver\", \"gold\"] | PASSED",
                "equals gold | [\"Gold\"] | FAILED",
                "equals gold | [] | FAILED",
                "equals gold | [{}] | FAILED",
                "equals 80 | [80.0] | PASSED",
                "equals 80 | [\"80\"] | PASSED",
                "equals 80 | [\"8O\"] | FAILED",
                "equals true | [true] | PASSED",
                "equals true | [\"true\"] | PASSED",
                "equals true | [1] | FAILED",
                "equals [1,2] | [[1, 2]] | PASSED",
                "equals [1,2] | [[2, 1]] | FAILED",
                "matches ^v[0-9]+ | [\"v12\"] | PASSED",
                "matches ^v[0-9]+ | [\"x\"] | FAILED",
                "matches ^v[0-9]+ | [12] | FAILED",
                "matches ^v[0-9]+ | [[\"v1\"]] | ERROR",
                "matches ^v[0-9]+ | [[], \"v1\"] | PASSED",
                "matches ^v[0-9]+ | [null] | FAILED",
                "atLeast 80 | [80] | PASSED",
                "atLeast 80 | [79.99] | FAILED",
                "atLeast 80 | [\"81\"] | PASSED",
                "atLeast 80 | [\"many\"] | ERROR",
                "atLeast 80 | [true] | ERROR",
                "atLeast 80 | [] | FAILED",
                "atLeast 80 | [1e999999] | PASSED",
                "atMost 80 | [80] | PASSED",
                "atMost 80 | [80.1] | FAILED",
                "before | [\"2026-11-22\"] | PASSED",
                "before | [\"2026-11-22T12:00:00+02:00\"] | FAILED",
                "before | [\"yesterday\"] | ERROR",
                "before | [1700000000] | PASSED",
                "before | [1e999999] | ERROR",
                "after | [\"2026-11-23\"] | PASSED",
                "after | [\"2026-11-22\"] | FAILED",
                "within 90d | [\"2026-09-01\"] | PASSED",
                "within 90d | [\"2026-01-01\"] | FAILED",
                "within 90d | [\"2027-01-01\"] | PASSED",
                "within 90d | [] | FAILED",
                "contains a | [[\"a\", \"b\"]] | PASSED",
                "contains a | [[\"b\"]] | FAILED",
                "contains a | [\"cat\"] | PASSED",
                "contains a | [{\"a\": null}] | PASSED",
                "contains a | [{\"b\": 1}] | FAILED",
                "count 2..3 | [[1, 2]] | PASSED",
                "count 2..3 | [1, 2, 3] | PASSED",
                "count 2..3 | [{\"a\": 1}] | FAILED",
                "count 2..3 | [] | FAILED",
                "count 2..3 | [[1, 2, 3, 4]] | FAILED",
            })
    void goesByTheTable(String operator, String values, State state) {
        List<Json> found = ((Json.Arr) JSON.readText(values)).items();
        assertEquals(
                state, OPERATORS.getOrDefault(operator, new Operator.Absent()).ask(found, NOW));
    }

    @Test
    void aPatternTakesTimeByTheTextAlone() {
        Operator evil = new Operator.Matches(Pattern.compile("^(a+)+$"));
        Json text = Json.of("a".repeat(20_000) + "!");
        assertTimeout(ofSeconds(5), () -> assertEquals(State.FAILED, evil.ask(List.of(text), NOW)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{100}){100}){100}",
                "(((((a{50}){50}){50}){50}){50})",
                "(?:[a]{40}){40}",
                "(a{1000}){1000",
                "((((((((((a{9}){9}){9}){9}){9}){9}){9}){9}){9}){9}",
            })
    void aPatternThatRepeatsTooMuchIsNeverMade(String pattern) {
        assertTimeout(
                ofSeconds(2), () -> assertThrows(IllegalArgumentException.class, () -> Operator.Matches.of(pattern)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
                "(?s).{100,}",
                "[{]{2}",
                "a{b}",
                "[]x]{3}",
                "\\{3\\}",
                "^https?://[^/]+/(docs|wiki)/?$",
            })
    void aPatternOfEverydayIsFine(String pattern) {
        assertTrue(Operator.Matches.of(pattern).pattern().programSize() < 1_000);
    }

    @Test
    void aTextThatIsTooLongIsNotSearched() {
        List<Json> texts = List.of(Json.of("a".repeat(300_000)));
        assertEquals(State.ERROR, Operator.Matches.of("a").ask(texts, NOW));
    }

    @Test
    void everyStateHasALetterOfItsOwn() {
        List<State> back = new ArrayList<>();
        for (State state : State.values()) {
            back.add(State.of(state.letter()));
        }
        assertEquals(List.of(State.values()), back);
    }
}
