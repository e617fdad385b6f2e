package org.callboard.plugin.scorecards.rule;

import java.util.Locale;

/** How a check went for an entity. */
public enum State {
    /** What it asks for is so. */
    PASSED('p'),
    /** It is not so. */
    FAILED('f'),
    /** A fact that it needs is missing or too old. */
    UNKNOWN('u'),
    /** Somebody decided that it does not matter for this entity, for a time. */
    EXEMPT('x'),
    /** It can't be told, as the rule does not fit what the fact is. */
    ERROR('e');

    private final char letter;

    State(char letter) {
        this.letter = letter;
    }

    /** {@return the letter that stands for it in rows of many} */
    public char letter() {
        return letter;
    }

    /** {@return the state of a letter} */
    public static State of(char letter) {
        for (State state : values()) {
            if (state.letter == letter) {
                return state;
            }
        }
        throw new IllegalArgumentException("No state has the letter '" + letter + "'.");
    }

    /** {@return whether levels count it as done} */
    public boolean isDone() {
        return this == PASSED || this == EXEMPT;
    }

    /** {@return how others read it: {@code passed}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
