package org.callboard.api.ui;

import java.util.function.Supplier;

/**
 * A button. When it is pressed, the view is made again for whoever pressed it, and the button of the same id in it is
 * what acts: a button that they would not be shown any more does nothing.
 *
 * @param id a name that is unique among the view's buttons and forms: lower-case letters, digits and hyphens
 * @param label what stands on it
 * @param style how it looks
 * @param confirm what readers are asked before it acts; empty for nothing
 * @param pressed does what it is for, and says how it went; called as {@code show} is
 */
public record Button(String id, String label, Style style, String confirm, Supplier<Outcome> pressed) {

    /** How a button looks. */
    public enum Style {
        /** As most do. */
        PLAIN,
        /** As the one that readers mostly want. */
        PRIMARY,
        /** As one that destroys something. */
        DANGER
    }

    /** {@return a button} */
    public static Button of(String id, String label, Supplier<Outcome> pressed) {
        return new Button(id, label, Style.PLAIN, "", pressed);
    }

    /** {@return this button, looking like that} */
    public Button style(Style other) {
        return new Button(id, label, other, confirm, pressed);
    }

    /** {@return this button, which asks first} */
    public Button confirm(String question) {
        return new Button(id, label, style, question, pressed);
    }
}
