package org.callboard.plugin.webshell.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.ui.Form;
import org.callboard.api.ui.Input;
import org.callboard.api.ui.Input.Kind;
import org.callboard.api.ui.Outcome;
import org.callboard.api.ui.Values;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FormCheckTest {

    @Test
    void needsWhatIsRequired() {
        for (Kind kind : Kind.values()) {
            Input input = Input.of(kind, "x", "X");
            assertNull(fault(input));
            assertNull(fault(input, ""));
            assertEquals("This is needed.", fault(input.required()), kind.name());
            assertEquals("This is needed.", fault(input.required(), ""), kind.name());
        }
        assertEquals("This is needed.", fault(Input.text("x", "X").required(), " \n "));
        assertNull(fault(Input.secret("x", "X").required(), " "));
    }

    @Test
    void takesOneValueUnlessSeveralCanBeChosen() {
        for (Kind kind : Kind.values()) {
            Input input =
                    Input.of(kind, "x", "X").options(List.of(new Input.Option("a", "A"), new Input.Option("b", "B")));
            assertEquals(
                    kind == Kind.CHOICES ? null : "There can be one value only.", fault(input, "a", "b"), kind.name());
        }
    }

    @Test
    void keepsTextsToLinesThatCanBeSeen() {
        assertEquals("This must be one line of text.", fault(Input.text("x", "X"), "a\nb"));
        assertEquals("This must be one line of text.", fault(Input.secret("x", "X"), "a\u0000b"));
        assertNull(fault(Input.lines("x", "X"), "a\r\n\tb"));
        assertEquals("This holds characters that can't be shown.", fault(Input.lines("x", "X"), "a\u0000b"));
    }

    @Test
    void countsCharactersAsPeopleDo() {
        Input input = Input.text("x", "X").between(2, 3);
        assertEquals("This must be at least 2 characters long.", fault(input, "\uD83D\uDE00"));
        assertNull(fault(input, "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00"));
        assertEquals("This must be at most 3 characters long.", fault(input, "abcd"));
        assertEquals("This is longer than 100000 characters.", fault(Input.lines("x", "X"), "a".repeat(100_001)));
    }

    @Test
    void holdsTextsAgainstTheirPattern() {
        Input input = Input.text("x", "X").pattern("[a-z]+");
        assertNull(fault(input, "abc"));
        assertEquals("This is not written as it has to be.", fault(input, "abc1"));
    }

    @Test
    void endsAPatternThatTakesForEverWhenTheCallIsInterrupted() {
        Input input = Input.text("x", "X").pattern("(a*)*(b*)*(a*)*(b*)*c");
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, () -> fault(input, "ab".repeat(5_000)));
        } finally {
            assertEquals(true, Thread.interrupted());
        }
    }

    @Test
    void survivesAPatternThatNeedsTooMuchStack() {
        assertEquals(
                "This is not written as it has to be.",
                fault(Input.text("x", "X").pattern("(a|b)*c"), "ab".repeat(50_000)));
    }

    @Test
    void takesNumbersWithinTheirBounds() {
        Input input = Input.number("x", "X").between(-5, 10);
        for (String good : List.of("-5", "0", "3.25", " 10 ", "10.000")) {
            assertNull(fault(input, good), good);
        }
        assertEquals("This must be at most 10.", fault(input, "10.01"));
        assertEquals("This must be at least -5.", fault(input, "-6"));
        for (String bad : List.of("ten", "1e9", "0x10", "1,5", "--1", "NaN", "1.", ".5", "9".repeat(31))) {
            assertEquals("This must be a number, such as 12 or 3.5.", fault(input, bad), bad);
        }
    }

    @Test
    void takesYesAndNo() {
        assertNull(fault(Input.check("x", "X"), "false"));
        assertNull(fault(Input.check("x", "X").required(), "true"));
        assertEquals("This is needed.", fault(Input.check("x", "X").required(), "false"));
        assertEquals("This must be true or false.", fault(Input.check("x", "X"), "on"));
    }

    @Test
    void takesOnlyWhatCanBeChosen() {
        Input one = Input.choice("x", "X", List.of("eu", "us"));
        assertNull(fault(one, "eu"));
        assertEquals("'mars' can't be chosen.", fault(one, "mars"));
        Input several = Input.of(Kind.CHOICES, "x", "X").options(one.options());
        assertNull(fault(several, "us", "eu"));
        assertEquals("'mars' can't be chosen.", fault(several, "eu", "mars"));
        assertEquals("Nothing can be chosen twice.", fault(several, "eu", "eu"));
    }

    @Test
    void takesDaysThatThereAre() {
        assertNull(fault(Input.date("x", "X"), "2024-02-29"));
        for (String bad : List.of("2023-02-29", "0000-01-01", "1.2.2024", "+12024-01-01", "2024-02-29T00:00")) {
            assertEquals("This must be a day, such as 2026-03-31.", fault(Input.date("x", "X"), bad), bad);
        }
    }

    @Test
    void takesReferencesToEntitiesOfTheKindsAskedFor() {
        Input input = Input.entity("x", "X", "Component", "API");
        assertNull(fault(input, "component:ledger"));
        assertNull(fault(Input.entity("x", "X"), "group:default/pay"));
        assertEquals("This must not be of the kind 'group'.", fault(input, "group:pay"));
        assertEquals("This must be a reference, such as component:default/ledger.", fault(input, "ledger"));
        assertEquals("This must be a reference, such as component:default/ledger.", fault(input, "component:"));
    }

    @Test
    void refusesWhatThereIsNoInputFor() {
        assertThrows(PortalException.class, () -> check(Input.text("x", "X"), Map.of("y", List.of("1"))));
    }

    @Test
    void givesFormsWhatWasPutInAndNothingForWhatIsEmpty() {
        Values values = check(Input.entity("x", "X"), Map.of("x", List.of(" component:ledger ")))
                .values();
        assertEquals(
                EntityRef.parse("component:default/ledger"), values.entity("x").orElseThrow());
        assertFalse(check(Input.date("x", "X"), Map.of("x", List.of(" ")))
                .values()
                .date("x")
                .isPresent());
        assertEquals(
                "a\nb",
                check(Input.lines("x", "X"), Map.of("x", List.of("a\r\nb\n")))
                        .values()
                        .text("x"));
        assertEquals(
                " s ",
                check(Input.secret("x", "X"), Map.of("x", List.of(" s ")))
                        .values()
                        .text("x"));
    }

    @Test
    void neverShowsWhatWasPutIn() {
        Values values =
                check(Input.secret("x", "X"), Map.of("x", List.of("hush"))).values();
        assertFalse(values.toString().contains("hush"));
    }

    private static @Nullable String fault(Input input, String... texts) {
        return check(input, Map.of("x", List.of(texts))).faults().get("x");
    }

    private static FormCheck check(Input input, Map<String, List<String>> sent) {
        return FormCheck.of(Form.of("f", "Send", values -> Outcome.done("")).input(input), sent);
    }
}
