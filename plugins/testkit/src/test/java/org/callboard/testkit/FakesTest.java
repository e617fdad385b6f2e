package org.callboard.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.net.WebRequest;
import org.callboard.api.problem.PortalException;
import org.junit.jupiter.api.Test;

/** What stands in for the portal's services. */
class FakesTest {

    private static final URI COSTS = URI.create("https://costs.example.com/v1?team=a");

    private record Settings(String currency) {}

    private record Others() {}

    @Test
    void aConfigurationIsTheOneThatWasSetLast() {
        TestConfiguration configuration = TestConfiguration.of(new Settings("EUR"));
        assertEquals("EUR", configuration.current(Settings.class).currency());
        configuration.set(new Settings("CHF"));
        assertEquals("CHF", configuration.current(Settings.class).currency());
        assertThrows(IllegalArgumentException.class, () -> configuration.current(Others.class));
    }

    @Test
    void theWebAnswersAsItWasToldAndKeepsWhatItWasAsked() {
        TestWeb web = new TestWeb()
                .answer("GET", COSTS.toString(), Json.object().put("eur", 7).build())
                .answer("POST", COSTS.toString(), 503, "later");
        assertEquals(
                Json.object().put("eur", 7).build(),
                web.send(WebRequest.get(COSTS)).json());
        assertEquals(
                Optional.of("application/json"), web.send(WebRequest.get(COSTS)).header("Content-Type"));
        assertFalse(web.send(WebRequest.post(COSTS)).isGood());
        assertThrows(
                PortalException.class, () -> web.send(WebRequest.post(COSTS)).json());
        assertEquals(
                List.of("GET", "GET", "POST", "POST"),
                web.requests().stream().map(WebRequest::method).toList());
    }

    @Test
    void aRequestThatNobodyExpectsIsAnErrorThatNamesIt() {
        AssertionError error = assertThrows(AssertionError.class, () -> new TestWeb().send(WebRequest.get(COSTS)));
        assertTrue(String.valueOf(error.getMessage()).contains("GET https://costs.example.com/v1?team=a"));
    }

    @Test
    void aRunIsDueWhenItIsSaidAndKeepsItsMessages() {
        TestRun run = TestRun.dueAt("2026-03-01T03:00:00Z");
        run.progress("half");
        assertEquals(List.of("half"), run.messages());
        assertEquals("2026-03-01T03:00:00Z", run.scheduledFor().toString());
        assertFalse(run.isCancelled());
        run.cancel();
        assertTrue(run.isCancelled());
    }

    @Test
    void aProvisionKeepsItsEntitiesAndTheirPages() {
        TestProvision provision = TestProvision.now();
        assertFalse(provision.isComplete());
        Json.Obj entity = MemoryCatalog.of("{kind: Resource, metadata: {name: a}}")
                .entity("resource:a")
                .document();
        provision.add(entity, COSTS);
        assertEquals(
                Optional.of(COSTS.toString()),
                provision.entities().get(0).text("metadata", "annotations", "backstage.io/view-url"));
        assertTrue(provision.isComplete());
    }

    @Test
    void viewsKeepWhatWasTold() {
        RecordedViews views = new RecordedViews();
        EntityRef web = EntityRef.parse("component:web");
        views.changed();
        views.changed("card", web);
        assertEquals(
                List.of(
                        new RecordedViews.Change(Optional.empty(), Optional.empty()),
                        new RecordedViews.Change(Optional.of("card"), Optional.of(web))),
                views.changes());
    }
}
