package org.callboard.api.ui;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An input of a form. What it demands is checked in the page and again by the portal.
 *
 * @param name names its value: letters, digits, hyphens and underscores
 * @param label stands beside it
 * @param kind what can be put in
 * @param need whether it must be filled in, or ticked
 * @param help a sentence below it; may be empty
 * @param initial what it holds at the beginning; more than one only for {@code CHOICES}
 * @param pattern a regular expression of Java's that the whole text must match; empty for none
 * @param min the smallest number or length, or null for none
 * @param max the largest number or length, or null for none; no text may have more than 100 000 characters
 * @param options what can be chosen; for {@code ENTITY} the kinds that can be
 */
public record Input(
        String name,
        String label,
        Kind kind,
        Need need,
        String help,
        List<String> initial,
        String pattern,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        List<Option> options) {

    /** Copies initial values and options. */
    public Input {
        initial = List.copyOf(initial);
        options = List.copyOf(options);
    }

    /** What can be put in. */
    public enum Kind {
        /** A line of text. */
        TEXT,
        /** Several lines of text. */
        LINES,
        /** A number. */
        NUMBER,
        /** Yes or no. */
        CHECK,
        /** One of some options. */
        CHOICE,
        /** Any of some options. */
        CHOICES,
        /** A day. */
        DATE,
        /** A reference to an entity. */
        ENTITY,
        /** A line of text that is not shown, and never sent to the page. */
        SECRET
    }

    /** Whether an input must be filled in. */
    public enum Need {
        /** It must. */
        REQUIRED,
        /** It may be left empty. */
        OPTIONAL
    }

    /** Something to choose. */
    public record Option(String value, String label) {}

    /** {@return an input of any kind that may be left empty} */
    public static Input of(Kind kind, String name, String label) {
        return new Input(name, label, kind, Need.OPTIONAL, "", List.of(), "", null, null, List.of());
    }

    /** {@return a line of text} */
    public static Input text(String name, String label) {
        return of(Kind.TEXT, name, label);
    }

    /** {@return several lines of text} */
    public static Input lines(String name, String label) {
        return of(Kind.LINES, name, label);
    }

    /** {@return a day} */
    public static Input date(String name, String label) {
        return of(Kind.DATE, name, label);
    }

    /** {@return a line of text that is not shown} */
    public static Input secret(String name, String label) {
        return of(Kind.SECRET, name, label);
    }

    /** {@return a number} */
    public static Input number(String name, String label) {
        return of(Kind.NUMBER, name, label);
    }

    /** {@return yes or no} */
    public static Input check(String name, String label) {
        return of(Kind.CHECK, name, label);
    }

    /** {@return one of these options, each its own label} */
    public static Input choice(String name, String label, List<String> values) {
        return of(Kind.CHOICE, name, label)
                .options(values.stream().map(value -> new Option(value, value)).toList());
    }

    /** {@return a reference to an entity of one of these kinds, or of any} */
    public static Input entity(String name, String label, String... kinds) {
        return of(Kind.ENTITY, name, label)
                .options(List.of(kinds).stream()
                        .map(kind -> new Option(kind, kind))
                        .toList());
    }

    /** {@return this input, which must be filled in} */
    public Input required() {
        return new Input(name, label, kind, Need.REQUIRED, help, initial, pattern, min, max, options);
    }

    /** {@return this input with a sentence below it} */
    public Input help(String sentence) {
        return new Input(name, label, kind, need, sentence, initial, pattern, min, max, options);
    }

    /** {@return this input, holding that at the beginning} */
    public Input initial(String... values) {
        return new Input(name, label, kind, need, help, List.of(values), pattern, min, max, options);
    }

    /** {@return this input, whose whole text must match} */
    public Input pattern(String regex) {
        return new Input(name, label, kind, need, help, initial, regex, min, max, options);
    }

    /** {@return this input, whose number or length must be between these two} */
    public Input between(long smallest, long largest) {
        return new Input(
                name,
                label,
                kind,
                need,
                help,
                initial,
                pattern,
                BigDecimal.valueOf(smallest),
                BigDecimal.valueOf(largest),
                options);
    }

    /** {@return this input with what can be chosen} */
    public Input options(List<Option> choices) {
        return new Input(name, label, kind, need, help, initial, pattern, min, max, choices);
    }
}
