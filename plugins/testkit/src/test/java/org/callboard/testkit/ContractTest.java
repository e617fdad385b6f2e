package org.callboard.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.callboard.api.config.LeasedSecret;
import org.callboard.api.config.Secret;
import org.callboard.api.config.SecretProvider;
import org.callboard.api.extension.Extension;
import org.callboard.api.health.Health;
import org.callboard.api.ingest.EntityProcessor;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.callboard.api.problem.SourcePosition;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.Button;
import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.Chart;
import org.callboard.api.ui.EntityCard;
import org.callboard.api.ui.Form;
import org.callboard.api.ui.Input;
import org.callboard.api.ui.Outcome;
import org.callboard.api.ui.Table;
import org.callboard.api.ui.Value;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.junit.jupiter.api.Test;

/** The contracts fail for extensions that break them. */
class ContractTest {

    private static final Entity WEB = MemoryCatalog.of("kind: Component\nmetadata: {name: web}\nspec: {type: website}")
            .entity("component:web");

    private record Named(String id, String title) implements Extension {}

    private record Drawn(View view) implements EntityCard {
        @Override
        public View show(Entity entity, ViewRequest request) {
            return view;
        }
    }

    private static final class Counting implements EntityCard {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public View show(Entity entity, ViewRequest request) {
            return View.empty().text("Asked " + asked.incrementAndGet() + " times");
        }
    }

    private static final class Demanding implements EntityCard {
        @Override
        public View show(Entity entity, ViewRequest request) {
            return View.empty().text(entity.spec("type").orElseThrow());
        }
    }

    /** Keeps to nothing: another secret each time, and an empty one for what is not there. */
    private static final class Careless implements SecretProviderContract {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public SecretProvider extension() {
            return key -> new LeasedSecret(Secret.of("hush-" + asked.incrementAndGet()), Duration.ofMinutes(1));
        }

        @Override
        public String key() {
            return "a";
        }

        @Override
        public String missingKey() {
            return "b";
        }
    }

    @Test
    void aProviderWhoseSecretsAreAlwaysOthersIsFound() {
        Careless careless = new Careless();
        assertThrows(AssertionError.class, careless::fetchesTheSameAgain);
        assertThrows(AssertionError.class, careless::saysInASentenceWhatCanNotBeHad);
        assertThrows(AssertionError.class, careless::itsIdCanStandBeforeTheColon);
    }

    private static final class OnlyForApis implements EntityCard {
        @Override
        public CardPlace place() {
            return CardPlace.EVERYWHERE.kinds("API");
        }

        @Override
        public View show(Entity entity, ViewRequest request) {
            return View.empty();
        }
    }

    private record Card(EntityCard extension) implements EntityCardContract {
        @Override
        public Entity entity() {
            return WEB;
        }
    }

    private record Renaming() implements EntityProcessor {
        @Override
        public Result process(Json.Obj entity, SourcePosition position) {
            Json.Obj renamed = entity.with("metadata", entity.object("metadata").with("name", Json.of("other")));
            return new Result(renamed, List.of());
        }
    }

    private record Step(EntityProcessor extension) implements EntityProcessorContract {
        @Override
        public Json.Obj entity() {
            return WEB.document();
        }
    }

    @Test
    void anIdThatNoAddressCanCarryIsFound() {
        ExtensionContract<Extension> contract = () -> new Named("Not An Id", "");
        assertThrows(AssertionError.class, contract::itsIdHasLowerCaseLettersDigitsAndHyphensAlone);
        assertThrows(AssertionError.class, contract::itHasATitle);
        contract.itsIdIsAlwaysTheSame();
    }

    @Test
    void aCardThatRemembersNeedsMoreThanItGetsOrIsNowhereIsFound() {
        assertThrows(AssertionError.class, new Card(new Counting())::showsTheSameAgain);
        assertThrows(RuntimeException.class, new Card(new Demanding())::takesAnEntityThatHasNoMoreThanItMust);
        assertThrows(AssertionError.class, new Card(new OnlyForApis())::standsOnThePageOfItsEntityAndCanBeDrawn);
        new Card(new Drawn(View.empty().text("Fine"))).showsTheSameAgain();
    }

    @Test
    void aViewThatThePortalWouldRefuseIsFound() {
        Button press = Button.of("press", "Press", () -> Outcome.done("Done"));
        List<View> refused = List.of(
                View.empty().with(Table.of("t", Table.Column.of("a", "A")).row(Value.of("1"), Value.of("2"))),
                View.empty().button(press).with(new Block.Columns(List.of(List.of(new Block.Buttons(List.of(press)))))),
                View.empty()
                        .with(Chart.of(Chart.Type.LINE, "Cost", List.of(Value.of("Mon")))
                                .series("EU", List.of())));
        for (View view : refused) {
            Card card = new Card(new Drawn(view));
            assertThrows(AssertionError.class, card::standsOnThePageOfItsEntityAndCanBeDrawn, view::toString);
        }
    }

    @Test
    void aProcessorThatMakesAnotherEntityIsFound() {
        Step step = new Step(new Renaming());
        assertThrows(AssertionError.class, step::keepsKindNamespaceAndName);
        step.givesTheSameOnManyThreads();
    }

    @Test
    void aHealthCheckThatWaversOrGivesNoReasonIsFound() {
        AtomicInteger asked = new AtomicInteger();
        HealthCheckContract wavering = () -> () -> Health.down("Asked " + asked.incrementAndGet() + " times.");
        assertThrows(AssertionError.class, wavering::answersTheSameAgain);
        wavering.givesAReasonWhereItDoesNotWork();
        HealthCheckContract silent = () -> () -> Health.down(" ");
        assertThrows(AssertionError.class, silent::givesAReasonWhereItDoesNotWork);
        silent.answersInTime();
    }

    @Test
    void aViewIsActedOnAsAReaderWould() {
        View view = View.empty()
                .button(Button.of("press", "Press", () -> Outcome.done("Pressed")))
                .with(Form.of("name", "Save", values -> Outcome.done("Hello " + values.text("who")))
                        .input(Input.text("who", "Who")));
        ShownView shown = ShownView.of(() -> view);
        assertEquals("Pressed", shown.press("press").message());
        assertEquals("Hello Mara", shown.send("name", Map.of("who", "Mara")).message());
        assertTrue(assertThrows(AssertionError.class, () -> shown.press("other"))
                .getMessage()
                .contains("'other'"));
        assertThrows(AssertionError.class, () -> shown.send("name", Map.of("what", "Mara")));
    }
}
