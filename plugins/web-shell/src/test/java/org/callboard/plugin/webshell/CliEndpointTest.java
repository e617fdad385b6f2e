package org.callboard.plugin.webshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.callboard.api.cli.CliAnswer;
import org.callboard.api.cli.CliCommand;
import org.callboard.api.cli.CliRequest;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.ui.Input;
import org.junit.jupiter.api.Test;

final class CliEndpointTest {

    private static final String PATH = "/api/web-shell/cli";

    private final FakePortal portal = new FakePortal();
    private final CliEndpoint endpoint = new CliEndpoint(portal, portal);
    private Function<CliRequest, CliAnswer> run = request ->
            CliAnswer.text(request.caller().getName() + " " + request.values().texts() + " " + request.input());

    private final class Report implements CliCommand {
        private final StandardInput standardInput;

        Report(StandardInput standardInput) {
            this.standardInput = standardInput;
        }

        @Override
        public List<Input> parameters() {
            return List.of(Input.number("top", "How many").required(), Input.check("all", "All"));
        }

        @Override
        public StandardInput standardInput() {
            return standardInput;
        }

        @Override
        public String permission() {
            return "cost.read";
        }

        @Override
        public CliAnswer run(CliRequest request) {
            return run.apply(request);
        }
    }

    private void offer(CliCommand.StandardInput standardInput) {
        portal.offer("cost", new Report(standardInput));
    }

    @Test
    void listsWhatTheCallerMayRunWithItsParameters() throws IOException {
        offer(CliCommand.StandardInput.READ);
        Json.Obj command = (Json.Obj)
                answer(new Exchange("GET", PATH)).array("commands").items().get(0);
        assertEquals("report", command.text("id").orElseThrow());
        assertEquals(Json.Bool.TRUE, command.at("reads").orElseThrow());
        Json.Obj parameter = (Json.Obj) command.array("parameters").items().get(0);
        assertEquals("number", parameter.text("kind").orElseThrow());
        portal.denied.add("cost.read");
        assertEquals(
                0, answer(new Exchange("GET", PATH)).array("commands").items().size());
        assertEquals(ProblemKind.NOT_FOUND, refused("3").kind());
    }

    @Test
    void givesTheCommandWhatWasTypedOnceItIsChecked() throws IOException {
        offer(CliCommand.StandardInput.READ);
        assertEquals("user:default/mara {top=[3]} piped", send("3").text("text").orElseThrow());
        assertEquals(
                "--top: This must be a number, such as 12 or 3.5.",
                refused("three").message());
    }

    @Test
    void keepsStandardInputFromACommandThatReadsNone() throws IOException {
        offer(CliCommand.StandardInput.LEFT_ALONE);
        assertEquals("user:default/mara {top=[3]} ", send("3").text("text").orElseThrow());
    }

    @Test
    void passesOnRowsAndTheExitCode() throws IOException {
        offer(CliCommand.StandardInput.READ);
        run = request ->
                CliAnswer.table(List.of("A", "B"), List.of(List.of("1", "2"))).exitCode(4);
        Json.Obj answer = send("3");
        assertEquals(Json.of(4), answer.at("exitCode").orElseThrow());
        assertEquals(2, answer.array("table").items().size());
    }

    @Test
    void namesThePluginWhoseAnswerBreaksARule() {
        offer(CliCommand.StandardInput.READ);
        run = request -> CliAnswer.text("far").exitCode(200);
        assertTrue(
                refused("3").message().contains("of plugin 'cost'"),
                () -> refused("3").message());
        run = request -> CliAnswer.table(List.of("A", "B"), List.of(List.of("1")));
        assertTrue(
                refused("3").message().contains("not as many cells"),
                () -> refused("3").message());
    }

    @Test
    void answersAtItsOwnPathsAlone() {
        offer(CliCommand.StandardInput.READ);
        assertThrows(PortalException.class, () -> answer(new Exchange("GET", PATH + "/cost/report")));
        assertThrows(PortalException.class, () -> answer(new Exchange("POST", PATH)));
        assertThrows(PortalException.class, () -> answer(new Exchange("POST", PATH + "/cost/report/more")));
        assertThrows(
                PortalException.class, () -> answer(new Exchange("POST", PATH + "/cost/report").sending("text/plain")));
    }

    private Json.Obj send(String top) throws IOException {
        portal.toRead = Json.object()
                .put(
                        "values",
                        Json.object().put("top", Json.ofTexts(List.of(top))).build())
                .put("input", "piped")
                .build();
        return answer(new Exchange("POST", PATH + "/cost/report"));
    }

    private PortalException refused(String top) {
        return assertThrows(PortalException.class, () -> send(top));
    }

    private Json.Obj answer(Exchange exchange) throws IOException {
        exchange.sentTo(endpoint, portal);
        return (Json.Obj) Objects.requireNonNull(portal.written);
    }
}
