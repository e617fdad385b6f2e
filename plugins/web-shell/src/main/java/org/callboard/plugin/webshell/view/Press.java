package org.callboard.plugin.webshell.view;

import java.util.List;
import java.util.Map;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.Button;
import org.callboard.api.ui.Form;
import org.callboard.api.ui.Outcome;
import org.callboard.api.ui.View;
import org.jspecify.annotations.Nullable;

/**
 * A button that somebody pressed, or a form that they sent.
 *
 * @param action the id of the button or form
 * @param values what was put in, by the names of the inputs
 */
public record Press(String action, Map<String, List<String>> values) {

    private static final int LONGEST_MESSAGE = 2_000;

    /**
     * Lets the button or form in a view act.
     *
     * @return how it went
     * @throws PortalException CONFLICT where the view has no such button or form; BAD_INPUT where values were sent that it
     *     has no inputs for
     * @throws FaultyViewException where the view, or what came of it, breaks a rule of the plugin API
     */
    public Outcome on(@Nullable View view) {
        if (view != null) {
            for (Block block : BlockTree.of(view)) {
                if (block instanceof Form form && form.id().equals(action)) {
                    return sent(form);
                } else if (block instanceof Block.Buttons row) {
                    for (Button button : row.items()) {
                        if (button.id().equals(action)) {
                            return pressed(button);
                        }
                    }
                }
            }
        }
        throw new PortalException(
                ProblemKind.CONFLICT, "This button is no longer there.", "Load the page again: it has changed.");
    }

    private Outcome sent(Form form) {
        FormCheck check = FormCheck.of(form, values);
        return check.faults().isEmpty()
                ? acted(() -> form.sent().apply(check.values()))
                : Outcome.faulty(check.faults());
    }

    private Outcome pressed(Button button) {
        FormCheck.refuseUnknown("The button '" + button.id() + "'", values.keySet(), List.of());
        return acted(() -> button.pressed().get());
    }

    private Outcome acted(java.util.function.Supplier<@Nullable Outcome> act) {
        try {
            return checked(act.get());
        } catch (PortalException told) {
            String hint = told.hint();
            return Outcome.failed(hint == null ? told.message() : told.message() + " " + hint);
        }
    }

    private Outcome checked(@Nullable Outcome outcome) {
        if (outcome == null) {
            throw new FaultyViewException(
                    "pressing '" + action + "' gave null", "Return Outcome.done or Outcome.failed with a sentence.");
        }
        if (outcome.message().length() > LONGEST_MESSAGE) {
            throw new FaultyViewException(
                    "pressing '" + action + "' gave a message of more than " + LONGEST_MESSAGE + " characters",
                    "Tell it in a sentence.");
        }
        if (!outcome.next().isEmpty()) {
            PortalPath.checked(outcome.next());
        }
        return outcome;
    }
}
