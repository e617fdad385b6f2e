package org.callboard.plugin.webshell.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.callboard.api.cli.CliAnswer;
import org.callboard.api.cli.CliCommand;
import org.callboard.api.cli.CliCommand.StandardInput;
import org.callboard.api.cli.CliRequest;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.ui.Form;
import org.callboard.api.ui.Outcome;
import org.callboard.api.ui.View;
import org.callboard.plugin.webshell.view.FaultyViewException;
import org.callboard.plugin.webshell.view.FormCheck;
import org.callboard.plugin.webshell.view.ViewJson;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed for a command. Parameters are a form's inputs, and are checked as those are.
 *
 * @param values the texts, by the names of the parameters
 * @param input what was piped into it
 */
public record CliCall(Caller caller, Map<String, List<String>> values, String input) {

    private static final int LONGEST_INPUT = 1_000_000;

    /** {@return what a terminal has to know of a command before it is run} */
    public static Json.Obj described(CliCommand command) {
        Json.Obj model = ViewJson.of(View.empty().with(form(command)));
        Json.Obj form = (Json.Obj) model.array("blocks").items().get(0);
        boolean reads = command.standardInput() == StandardInput.READ;
        return Json.object()
                .put("parameters", form.array("inputs"))
                .put("reads", reads ? Json.Bool.TRUE : Json.Bool.FALSE)
                .build();
    }

    /**
     * Runs a command.
     *
     * @throws PortalException BAD_INPUT where parameters are faulty
     * @throws FaultyViewException where the command, or its answer, breaks a rule of the plugin API
     */
    public CliAnswer on(CliCommand command) {
        described(command);
        FormCheck check = FormCheck.of(form(command), values);
        if (!check.faults().isEmpty()) {
            throw new PortalException(ProblemKind.BAD_INPUT, sentences(check.faults()));
        }
        if (input.length() > LONGEST_INPUT) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "The standard input has more than " + LONGEST_INPUT + " characters.",
                    "Send less at once.");
        }
        String read = command.standardInput() == StandardInput.READ ? input : "";
        return whole(command.run(new CliRequest(caller, check.values(), read)));
    }

    private static CliAnswer whole(@Nullable CliAnswer answer) {
        if (answer == null) {
            throw new FaultyViewException("it answered null", "Return CliAnswer.text where there is little to say.");
        }
        return answer;
    }

    private static Form form(CliCommand command) {
        Form form = Form.of("command", "Run", values -> Outcome.done(""));
        return new Form(form.id(), "", command.parameters(), form.send(), "", form.sent());
    }

    private static String sentences(Map<String, String> faults) {
        return faults.entrySet().stream()
                .map(fault -> "--" + fault.getKey() + ": " + fault.getValue())
                .collect(Collectors.joining(" "));
    }
}
