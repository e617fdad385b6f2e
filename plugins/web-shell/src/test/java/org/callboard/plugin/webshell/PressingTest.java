package org.callboard.plugin.webshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.Button;
import org.callboard.api.ui.Form;
import org.callboard.api.ui.HomeCard;
import org.callboard.api.ui.Input;
import org.callboard.api.ui.Outcome;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.callboard.plugin.webshell.home.KeptHomes;
import org.callboard.testkit.MemoryTables;
import org.junit.jupiter.api.Test;

final class PressingTest {

    private final FakePortal portal = new FakePortal();
    private final ViewsEndpoint endpoint =
            new ViewsEndpoint(portal, portal, portal, portal, new KeptHomes(new MemoryTables()));
    private final List<String> done = new ArrayList<>();

    @Test
    void actsAndShowsTheViewAnew() throws IOException {
        show(() -> View.empty().text(done.toString()).button(Button.of("go", "Go", () -> act("went"))));
        Json.Obj answer = press("go");
        assertEquals("ok", answer.text("outcome", "status").orElseThrow());
        assertEquals("went", answer.text("outcome", "message").orElseThrow());
        assertEquals("[went]", firstText(answer));
    }

    @Test
    void findsButtonsAndFormsInColumnsAndTabs() throws IOException {
        Block button = new Block.Buttons(List.of(Button.of("inner", "Go", () -> act("inner"))));
        Block form = Form.of("deep", "Send", values -> act("deep"));
        Block tabs = new Block.Tabs(List.of(new Block.Tabs.Tab("One", List.of(form))));
        show(() -> View.empty().with(new Block.Columns(List.of(List.of(button), List.of(tabs)))));
        press("inner");
        press("deep");
        assertEquals(List.of("inner", "deep"), done);
    }

    @Test
    void refusesAButtonThatIsNoLongerThere() {
        show(() -> done.isEmpty() ? View.empty() : View.empty().button(Button.of("go", "Go", () -> act("went"))));
        PortalException refusal = assertThrows(PortalException.class, () -> press("go"));
        assertEquals(ProblemKind.CONFLICT, refusal.kind());
        assertEquals("This button is no longer there.", refusal.message());
    }

    @Test
    void namesThePluginWhoseButtonsCantBeToldApart() {
        Button twin = Button.of("go", "Go", () -> act("went"));
        show(() -> View.empty().button(twin).text("between").button(twin));
        PortalException fault = assertThrows(PortalException.class, () -> press("go"));
        assertEquals(
                "'sample' of plugin 'demo' can't be shown: it has more than one button or form 'go'.", fault.message());
        assertEquals(List.of(), done);
    }

    @Test
    void tellsWhatIsWrongWithInputsWithoutAskingThePlugin() throws IOException {
        show(this::form);
        Json.Obj answer = press("add", "amount", "much");
        assertEquals("error", answer.text("outcome", "status").orElseThrow());
        assertEquals(
                "This must be a number, such as 12 or 3.5.",
                answer.text("outcome", "faults", "amount").orElseThrow());
        assertEquals("This is needed.", answer.text("outcome", "faults", "name").orElseThrow());
        assertNull(answer.get("model"));
        assertEquals(List.of(), done);
    }

    @Test
    void passesOnWhatThePluginFindsWrong() throws IOException {
        show(() -> View.empty()
                .with(Form.of("add", "Add", values -> Outcome.faulty("name", "This name is taken."))
                        .input(Input.text("name", "Name"))));
        Json.Obj answer = press("add", "name", "ledger");
        assertEquals(
                "This name is taken.", answer.text("outcome", "faults", "name").orElseThrow());
        assertNull(answer.get("model"));
    }

    @Test
    void givesTheFormWhatWasPutIn() throws IOException {
        show(this::form);
        press("add", "name", "  ledger ", "amount", "12.50");
        assertEquals(List.of("ledger 12.50"), done);
    }

    @Test
    void refusesInputsThatTheFormDoesNotHave() {
        show(this::form);
        PortalException refusal = assertThrows(PortalException.class, () -> press("add", "role", "admin"));
        assertEquals(ProblemKind.BAD_INPUT, refusal.kind());
        assertEquals("The form 'add' has no input 'role'.", refusal.message());
    }

    @Test
    void tellsWhatAHandlerRefuses() throws IOException {
        show(() -> View.empty().button(Button.of("go", "Go", () -> {
            throw new PortalException(ProblemKind.NOT_ALLOWED, "You may not.", "Ask Mara.");
        })));
        Json.Obj answer = press("go");
        assertEquals("error", answer.text("outcome", "status").orElseThrow());
        assertEquals("You may not. Ask Mara.", answer.text("outcome", "message").orElseThrow());
    }

    @Test
    void containsWhatAHandlerThrows() {
        show(() -> View.empty().button(Button.of("go", "Go", () -> {
            throw new IllegalStateException("the ledger is shut");
        })));
        PortalException failure = assertThrows(PortalException.class, () -> press("go"));
        assertEquals("Plugin 'demo' failed: the ledger is shut.", failure.message());
    }

    @Test
    void takesTheReaderToAnotherPageOfThePortalAlone() throws IOException {
        show(() -> View.empty().button(Button.of("go", "Go", () -> act("went").goTo("/demo/done"))));
        Json.Obj answer = press("go");
        assertEquals("/demo/done", answer.text("outcome", "next").orElseThrow());
        assertNull(answer.get("model"));
        show(() -> View.empty().button(Button.of("go", "Go", () -> act("went").goTo("//evil.example/"))));
        assertThrows(PortalException.class, () -> press("go"));
    }

    @Test
    void saysHowItWentAlsoWhereTheViewFailsAfterwards() throws IOException {
        show(() -> {
            if (!done.isEmpty()) {
                throw new IllegalStateException("gone");
            }
            return View.empty().button(Button.of("go", "Go", () -> act("went")));
        });
        Json.Obj answer = press("go");
        assertEquals("went", answer.text("outcome", "message").orElseThrow());
        assertEquals(
                "Plugin 'demo' failed: gone.", answer.text("error", "message").orElseThrow());
    }

    @Test
    void pressesNothingByReading() {
        show(() -> View.empty().button(Button.of("go", "Go", () -> act("went"))));
        Exchange reading = new Exchange("GET", "/api/web-shell/home/demo/sample/press/go");
        PortalException refusal = assertThrows(PortalException.class, () -> reading.sentTo(endpoint, portal));
        assertEquals(ProblemKind.METHOD_NOT_ALLOWED, refusal.kind());
        assertEquals(List.of(), done);
    }

    @Test
    void refusesABodyThatIsNoJson() {
        show(this::form);
        Exchange sent = new Exchange("POST", "/api/web-shell/home/demo/sample/press/add");
        PortalException refusal = assertThrows(
                PortalException.class,
                () -> sent.sending("application/x-www-form-urlencoded").sentTo(endpoint, portal));
        assertEquals(ProblemKind.UNSUPPORTED_MEDIA_TYPE, refusal.kind());
    }

    @Test
    void refusesABodyThatSaysNothingUnderstandable() {
        show(this::form);
        portal.toRead = Json.object()
                .put("values", Json.object().put("name", "ledger").build())
                .build();
        PortalException refusal = assertThrows(PortalException.class, this::send);
        assertEquals(ProblemKind.BAD_INPUT, refusal.kind());
    }

    private View form() {
        return View.empty()
                .with(Form.of(
                                "add",
                                "Add",
                                values -> act(values.text("name")
                                        + values.number("amount")
                                                .map(number -> " " + number)
                                                .orElse("")))
                        .input(Input.text("name", "Name").required())
                        .input(Input.number("amount", "Amount")));
    }

    private Outcome act(String what) {
        done.add(what);
        return Outcome.done(what);
    }

    private void show(Supplier<View> view) {
        portal.withdraw("demo");
        portal.offer("demo", new Sample(view));
    }

    private Json.Obj press(String action, String... namesAndTexts) throws IOException {
        Json.Builder values = Json.object();
        for (int index = 0; index < namesAndTexts.length; index += 2) {
            values.put(namesAndTexts[index], Json.ofTexts(List.of(namesAndTexts[index + 1])));
        }
        portal.toRead = Json.object().put("values", values.build()).build();
        return send(action);
    }

    private Json.Obj send() throws IOException {
        return send("add");
    }

    private Json.Obj send(String action) throws IOException {
        new Exchange("POST", "/api/web-shell/home/demo/sample/press/" + action).sentTo(endpoint, portal);
        return (Json.Obj) Objects.requireNonNull(portal.written);
    }

    private static String firstText(Json.Obj answer) {
        Json.Obj block = (Json.Obj) answer.array("model", "blocks").items().get(0);
        return block.text("text").orElseThrow();
    }

    private record Sample(Supplier<View> view) implements HomeCard {
        @Override
        public View show(ViewRequest request) {
            return view.get();
        }
    }
}
