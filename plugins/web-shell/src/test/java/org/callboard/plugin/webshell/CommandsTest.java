package org.callboard.plugin.webshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.ui.Command;
import org.callboard.api.ui.CommandPlace;
import org.callboard.api.ui.EntityCommand;
import org.callboard.api.ui.Form;
import org.callboard.api.ui.Icon;
import org.callboard.api.ui.Input;
import org.callboard.api.ui.Outcome;
import org.callboard.api.ui.ViewRequest;
import org.callboard.plugin.webshell.home.KeptHomes;
import org.callboard.testkit.MemoryTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CommandsTest {

    private static final String REF = "component:default/checkout";

    private final FakePortal portal = new FakePortal();
    private final ViewsEndpoint endpoint =
            new ViewsEndpoint(portal, portal, portal, portal, new KeptHomes(new MemoryTables()));
    private final List<String> done = new ArrayList<>();

    @BeforeEach
    void addAnEntity() {
        portal.add(Json.object()
                .put("kind", "Component")
                .put("metadata", Json.object().put("name", "checkout").build())
                .build());
    }

    private final class Order implements Command {
        private final String title;
        private final CommandPlace place;

        Order(String title, CommandPlace place) {
            this.title = title;
            this.place = place;
        }

        @Override
        public String id() {
            return title.toLowerCase(java.util.Locale.ROOT);
        }

        @Override
        public String title() {
            return title;
        }

        @Override
        public CommandPlace place() {
            return place;
        }

        @Override
        public Form form(ViewRequest request) {
            return Form.of("order", "Order", values -> {
                        done.add(values.text("what"));
                        return Outcome.done("Ordered.");
                    })
                    .input(Input.text("what", "What").required());
        }
    }

    private final class Restart implements EntityCommand {
        private final CommandPlace place;

        Restart(CommandPlace place) {
            this.place = place;
        }

        @Override
        public CommandPlace place() {
            return place;
        }

        @Override
        public Form form(Entity entity, ViewRequest request) {
            return Form.of("restart", "Restart", values -> {
                done.add(entity.ref() + " by " + request.caller().getName());
                return Outcome.done("Restarted.");
            });
        }
    }

    @Test
    void listsByTitleWhatTheCallerMayRunAndNothingElse() throws IOException {
        portal.offer(
                "desk",
                new Order("Tea", CommandPlace.EVERYWHERE.icon(Icon.GIT_BRANCH).keywords("cup", "break")));
        portal.offer("desk", new Order("Coffee", CommandPlace.EVERYWHERE));
        portal.offer("desk", new Order("Wine", CommandPlace.EVERYWHERE.permission("desk.wine")));
        portal.denied.add("desk.wine");
        List<Json.Obj> commands = commands(new Exchange("GET", "/api/web-shell/commands"));
        assertEquals(List.of("Coffee", "Tea"), texts(commands, "title"));
        assertEquals("git-branch", commands.get(1).text("icon").orElseThrow());
        assertEquals(List.of("cup", "break"), commands.get(1).array("keywords").texts());
        PortalException hidden = assertThrows(PortalException.class, () -> run("desk/wine", "order", "what", "red"));
        assertEquals(ProblemKind.NOT_FOUND, hidden.kind());
        assertEquals(List.of(), done);
    }

    @Test
    void listsForAnEntityWhatIsForEntitiesOfItsSort() throws IOException {
        portal.offer("ops", new Restart(CommandPlace.EVERYWHERE.kinds("Component")));
        portal.offer("other", new Restart(CommandPlace.EVERYWHERE.kinds("API")));
        portal.offer("desk", new Order("Tea", CommandPlace.EVERYWHERE));
        List<Json.Obj> commands = commands(new Exchange("GET", "/api/web-shell/commands").with("entity", REF));
        assertEquals(List.of("ops"), texts(commands, "plugin"));
        portal.toRead = Json.object().put("values", Json.Obj.EMPTY).build();
        Json.Obj answer =
                answer(new Exchange("POST", "/api/web-shell/commands/ops/restart/press/restart").with("entity", REF));
        assertEquals("Restarted.", answer.text("outcome", "message").orElseThrow());
        assertEquals(List.of(REF + " by user:default/mara"), done);
    }

    @Test
    void showsTheFormAndChecksWhatWasPutIn() throws IOException {
        portal.offer("desk", new Order("Tea", CommandPlace.EVERYWHERE));
        Json.Obj shown = answer(new Exchange("GET", "/api/web-shell/commands/desk/tea"));
        Json.Obj form = (Json.Obj) shown.object("model").array("blocks").items().get(0);
        assertEquals("form", form.text("kind").orElseThrow());
        assertEquals("Order", form.text("send").orElseThrow());
        Json.Obj refused = run("desk/tea", "order", "what", "");
        assertEquals(
                "This is needed.", refused.text("outcome", "faults", "what").orElseThrow());
        run("desk/tea", "order", "what", "green");
        assertEquals(List.of("green"), done);
    }

    @Test
    void leavesOutACommandThatCantSayWhoseItIs() throws IOException {
        portal.offer("desk", new Order("Tea", CommandPlace.EVERYWHERE));
        portal.offer("torn", new Command() {
            @Override
            public String id() {
                return "torn";
            }

            @Override
            public CommandPlace place() {
                throw new IllegalStateException("no");
            }

            @Override
            public Form form(ViewRequest request) {
                throw new IllegalStateException("no");
            }
        });
        assertEquals(List.of("Tea"), texts(commands(new Exchange("GET", "/api/web-shell/commands")), "title"));
    }

    private List<Json.Obj> commands(Exchange exchange) throws IOException {
        return answer(exchange).array("commands").items().stream()
                .map(Json.Obj.class::cast)
                .toList();
    }

    private static List<String> texts(List<Json.Obj> some, String field) {
        return some.stream().map(one -> one.text(field).orElseThrow()).toList();
    }

    private Json.Obj run(String command, String form, String input, String text) throws IOException {
        Json.Obj values = Json.object().put(input, Json.ofTexts(List.of(text))).build();
        portal.toRead = Json.object().put("values", values).build();
        return answer(new Exchange("POST", "/api/web-shell/commands/" + command + "/press/" + form));
    }

    private Json.Obj answer(Exchange exchange) throws IOException {
        exchange.sentTo(endpoint, portal);
        return (Json.Obj) Objects.requireNonNull(portal.written);
    }
}
