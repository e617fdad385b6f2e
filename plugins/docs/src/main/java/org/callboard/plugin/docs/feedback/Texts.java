package org.callboard.plugin.docs.feedback;

import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;

/** What people have typed. */
final class Texts {

    private Texts() {}

    /**
     * {@return a field of what was sent, without signs that can't be shown; empty where it is not there}
     *
     * @throws PortalException BAD_INPUT where it is too long
     */
    static String of(Json body, String field, int longest) {
        String text = body instanceof Json.Obj object ? object.text(field).orElse("") : "";
        String plain = text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip();
        if (plain.length() > longest) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "The " + field + " of the report has " + plain.length() + " characters.",
                    "Send " + longest + " at the most.");
        }
        return plain;
    }
}
