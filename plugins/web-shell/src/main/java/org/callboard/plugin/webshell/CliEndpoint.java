package org.callboard.plugin.webshell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.api.cli.CliAnswer;
import org.callboard.api.cli.CliCommand;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.extension.Extensions;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.web.HttpEndpoint;
import org.callboard.api.web.Route;
import org.callboard.plugin.webshell.cli.CliAnswers;
import org.callboard.plugin.webshell.cli.CliCall;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What plugins add to the command line: {@code GET /api/web-shell/cli} lists the commands that the caller may run, and
 * {@code POST /api/web-shell/cli/PLUGIN/ID} runs one.
 */
@Component
public final class CliEndpoint implements HttpEndpoint {

    private static final String PREFIX = "/api/web-shell/cli";

    private final Extensions extensions;
    private final JsonFormat format;

    /** Makes the endpoint. */
    @Activate
    public CliEndpoint(@Reference Extensions extensions, @Reference JsonFormat format) {
        this.extensions = extensions;
        this.format = format;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(PREFIX, Permission.PORTAL_USE));
    }

    @Override
    public void handle(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Json.Obj answer = answer(caller, request);
        response.setContentType("application/json;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        format.write(answer, response.getOutputStream());
    }

    private Json.Obj answer(Caller caller, HttpServletRequest request) throws IOException {
        String path = request.getRequestURI();
        if (path.equals(PREFIX)) {
            Requests.refuseChanges(request);
            return Json.object().put("commands", new Json.Arr(list(caller))).build();
        }
        List<String> key = List.of(path.substring(PREFIX.length() + 1).split("/", -1));
        Requests.refuseAllBut("POST", request);
        Requests.refuseAllButJson(request);
        ExtensionHandle<CliCommand> handle = find(caller, key);
        CliCall call = call(caller, request);
        CliAnswer answer = handle.call(command -> CliAnswers.named(handle, () -> call.on(command)));
        return CliAnswers.json(handle, answer, format);
    }

    private List<Json> list(Caller caller) {
        List<Json> commands = new ArrayList<>();
        for (ExtensionHandle<CliCommand> handle : extensions.of(CliCommand.class)) {
            if (mayRun(caller, handle)) {
                commands.add(described(handle));
            }
        }
        return commands;
    }

    /** A command that can't say who may run it is nobody's; its plugin's log says why. */
    private static boolean mayRun(Caller caller, ExtensionHandle<CliCommand> handle) {
        try {
            return caller.may(new Permission(handle.call(CliCommand::permission)));
        } catch (PortalException silent) {
            return false;
        }
    }

    private static Json described(ExtensionHandle<CliCommand> handle) {
        Json.Builder facts = Json.object();
        Spot.facts(handle).build().fields().forEach(facts::put);
        Spot.inPlace(() -> handle.call(command -> CliAnswers.named(handle, () -> CliCall.described(command))))
                .without("tier")
                .fields()
                .forEach(facts::put);
        return facts.build();
    }

    private ExtensionHandle<CliCommand> find(Caller caller, List<String> key) {
        return extensions.of(CliCommand.class).stream()
                .filter(Wanted.by(key))
                .filter(handle -> mayRun(caller, handle))
                .findFirst()
                .orElseThrow(() -> new PortalException(
                        ProblemKind.NOT_FOUND,
                        "There is no command '" + String.join(" ", key) + "', or you may not run it.",
                        "See callboard help."));
    }

    private CliCall call(Caller caller, HttpServletRequest request) throws IOException {
        if (!(format.read(request.getInputStream()) instanceof Json.Obj body)) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "The body does not say what was typed.",
                    "Send {\"values\": {\"<parameter>\": [\"<text>\"]}, \"input\": \"<standard input>\"}.");
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        body.object("values")
                .fields()
                .keySet()
                .forEach(name ->
                        values.put(name, body.object("values").array(name).texts()));
        return new CliCall(caller, values, body.text("input").orElse(""));
    }
}
