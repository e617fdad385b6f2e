package org.callboard.plugin.webshell.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.ui.Form;
import org.callboard.api.ui.Input;
import org.callboard.api.ui.Values;

/**
 * What was sent, held against what a form's inputs demand.
 *
 * @param values what the form is given
 * @param faults what is wrong with inputs, by their names
 */
public record FormCheck(Values values, Map<String, String> faults) {

    /**
     * {@return what was sent, checked}
     *
     * @throws PortalException BAD_INPUT where something was sent that the form has no input for
     */
    public static FormCheck of(Form form, Map<String, List<String>> sent) {
        List<String> names = form.inputs().stream().map(Input::name).toList();
        refuseUnknown("The form '" + form.id() + "'", sent.keySet(), names);
        Map<String, List<String>> values = new LinkedHashMap<>();
        Map<String, String> faults = new LinkedHashMap<>();
        for (Input input : form.inputs()) {
            List<String> texts = sent.getOrDefault(input.name(), List.of()).stream()
                    .map(text -> tidy(input, text))
                    .filter(text -> !text.isEmpty())
                    .toList();
            String fault = InputCheck.fault(input, texts);
            if (fault != null) {
                faults.put(input.name(), fault);
            } else if (!texts.isEmpty()) {
                values.put(input.name(), texts);
            }
        }
        return new FormCheck(new Values(values), faults);
    }

    /** @throws PortalException BAD_INPUT where a name is not among those known */
    static void refuseUnknown(String asked, Set<String> names, List<String> known) {
        for (String name : names) {
            if (!known.contains(name)) {
                throw new PortalException(
                        ProblemKind.BAD_INPUT,
                        asked + " has no input '" + name + "'.",
                        "Load the page again: it may have changed.");
            }
        }
    }

    private static String tidy(Input input, String text) {
        return switch (input.kind()) {
            case SECRET, CHOICE, CHOICES -> text;
            case LINES -> text.replace("\r\n", "\n").strip();
            default -> text.strip();
        };
    }
}
