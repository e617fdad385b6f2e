package org.callboard.api.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Inputs, and a button that sends them. Like a {@link Button} it acts only where the view still has it for whoever sends
 * it; what its inputs demand has been checked by then.
 *
 * @param id a name that is unique among the view's buttons and forms: lower-case letters, digits and hyphens
 * @param title its heading; may be empty
 * @param inputs from top to bottom
 * @param send what stands on the button
 * @param confirm what readers are asked before it is sent; empty for nothing
 * @param sent does what it is for, and says how it went; called as {@code show} is
 */
public record Form(
        String id, String title, List<Input> inputs, String send, String confirm, Function<Values, Outcome> sent)
        implements Block {

    /** Copies the inputs. */
    public Form {
        inputs = List.copyOf(inputs);
    }

    /** {@return a form without inputs yet} */
    public static Form of(String id, String send, Function<Values, Outcome> sent) {
        return new Form(id, "", List.of(), send, "", sent);
    }

    /** {@return this form with a heading} */
    public Form title(String heading) {
        return new Form(id, heading, inputs, send, confirm, sent);
    }

    /** {@return this form with one more input} */
    public Form input(Input input) {
        List<Input> more = new ArrayList<>(inputs);
        more.add(input);
        return new Form(id, title, more, send, confirm, sent);
    }

    /** {@return this form, which asks first} */
    public Form confirm(String question) {
        return new Form(id, title, inputs, send, question, sent);
    }
}
