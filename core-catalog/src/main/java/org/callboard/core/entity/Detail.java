package org.callboard.core.entity;

import java.util.List;
import org.callboard.api.ingest.Field.Need;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem.Level;

/**
 * A rule for a field of a built-in kind, at any depth.
 *
 * @param path from the root; {@code *} stands for every item of a list
 * @param need whether the field must be there where the value that would hold it is
 * @param level ERROR where the document is refused, WARNING where it is taken all the same
 */
record Detail(List<String> path, Form form, Need need, Level level) {

    private static final String EACH = "*";

    /** {@return a rule for a field that may be left out} */
    static Detail optional(String path, Form form) {
        return new Detail(split(path), form, Need.OPTIONAL, Level.ERROR);
    }

    /** {@return a rule for a field that must be there} */
    static Detail required(String path, Form form) {
        return new Detail(split(path), form, Need.REQUIRED, Level.ERROR);
    }

    /** {@return a rule whose breach does no harm} */
    static Detail advised(String path, Form form) {
        return new Detail(split(path), form, Need.OPTIONAL, Level.WARNING);
    }

    private static List<String> split(String path) {
        return List.of(path.split("\\.", -1));
    }

    void check(Json.Obj document, Findings findings) {
        check(document, List.of(), findings);
    }

    private void check(Json value, List<String> place, Findings findings) {
        if (place.size() == path.size()) {
            checkForm(value, place, findings);
            return;
        }
        String step = path.get(place.size());
        if (step.equals(EACH)) {
            checkEach(value, place, findings);
        } else if (value instanceof Json.Obj object) {
            Json next = object.get(step);
            if (next != null) {
                check(next, Shapes.step(place, step), findings);
            } else if (need == Need.REQUIRED && place.size() == path.size() - 1) {
                missing(Shapes.step(place, step), findings);
            }
        }
    }

    private void checkEach(Json value, List<String> place, Findings findings) {
        if (value instanceof Json.Arr array) {
            for (int i = 0; i < array.items().size(); i++) {
                check(array.items().get(i), Shapes.step(place, Integer.toString(i)), findings);
            }
        }
    }

    private void checkForm(Json value, List<String> place, Findings findings) {
        if (form.takes().test(value)) {
            return;
        }
        String reason = String.join(".", place) + " must be " + form.must() + ", but is " + Texts.describe(value) + ".";
        if (level == Level.ERROR) {
            findings.error("wrong-type", place, value, reason, form.fix());
        } else {
            findings.warning("wrong-type", place, reason, form.fix());
        }
    }

    private static void missing(List<String> place, Findings findings) {
        String name = String.join(".", place);
        findings.missing(place, name + " is missing.", "Add " + name + ".");
    }
}
