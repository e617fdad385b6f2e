package org.callboard.plugin.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.callboard.api.net.WebRequest;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.testkit.TestConfiguration;
import org.callboard.testkit.TestWeb;
import org.junit.jupiter.api.Test;

class UmlServerTest {

    private static final String AT = "https://uml.example.com/svg";
    private static final String SVG = "<?xml version=\"1.0\"?><svg width=\"9px\" height=\"9px\"/>";

    private final TestWeb web = new TestWeb();
    private final AtomicLong nanos = new AtomicLong();
    private final TestConfiguration configuration = TestConfiguration.of(config(AT));
    private final UmlServer server = new UmlServer(configuration, web, nanos::get);

    private static DocsConfig config(String address) {
        return new DocsConfig(365, 90, Optional.of(URI.create(address)));
    }

    private static String sent(WebRequest request) {
        return ((WebRequest.Body.Text) request.body()).text();
    }

    @Test
    void postsADiagramOnceAndKeepsWhatCame() {
        web.answer("POST", AT, 200, SVG);
        assertEquals(SVG, server.draw("A -> B\n").svg());
        assertEquals(SVG, server.draw("A -> B\n").svg());
        assertEquals(1, web.requests().size());
        assertEquals("@startuml\nA -> B\n@enduml\n", sent(web.requests().get(0)));
        assertEquals(SVG, server.draw("@startmindmap\n* x\n@endmindmap").svg());
        assertEquals("@startmindmap\n* x\n@endmindmap", sent(web.requests().get(1)));
    }

    @Test
    void largeDrawingsAreNotKept() {
        web.answer("POST", AT, 200, "<svg>" + "x".repeat(1 << 17));
        server.draw("A -> B");
        assertFalse(server.draw("A -> B").svg().isEmpty());
        assertEquals(2, web.requests().size());
    }

    @Test
    void anotherServerDrawsAgain() {
        web.answer("POST", AT, 200, SVG).answer("POST", "https://other.example.com/svg", 200, SVG);
        server.draw("A -> B");
        configuration.set(config("https://other.example.com/svg"));
        server.draw("A -> B");
        assertEquals(2, web.requests().size());
    }

    @Test
    void saysWhyThereIsNoDrawing() {
        web.answer("POST", AT, 400, "Error 400: Syntax Error? (line: 3)\n");
        assertEquals("Error 400: Syntax Error? (line: 3)", server.draw("one").fault());
        web.answer("POST", AT, 500, "<html>Trouble</html>");
        assertEquals("The server answers with status 500.", server.draw("two").fault());
        web.answer("POST", AT, 200, "<html>Sign in</html>");
        assertEquals(
                "The server answers something else than SVG.",
                server.draw("three").fault());
        web.answer("POST", AT, 200, "<svg>" + "x".repeat(1 << 20));
        assertEquals(
                "What the server draws is larger than a megabyte.",
                server.draw("four").fault());
        int asked = web.requests().size();
        assertEquals(
                "It is longer than 50000 characters.",
                server.draw("x".repeat(50_001)).fault());
        assertEquals(asked, web.requests().size());
    }

    @Test
    void aServerThatDoesNotAnswerIsLeftAloneForAWhile() {
        UmlServer silent = new UmlServer(
                configuration,
                request -> {
                    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
                    throw new PortalException(ProblemKind.UNAVAILABLE, "It does not answer.");
                },
                nanos::get);
        long before = nanos.get();
        assertEquals("It does not answer.", silent.draw("A -> B").fault());
        assertEquals("It does not answer.", silent.draw("A -> C").fault());
        assertEquals(Duration.ofSeconds(1).toNanos(), nanos.get() - before);
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        silent.draw("A -> B");
        assertEquals(Duration.ofSeconds(12).toNanos(), nanos.get() - before);
    }

    @Test
    void nothingIsDrawnWhereNoServerIsNamed() {
        assertTrue(server.isThere());
        configuration.set(new DocsConfig(365, 90, Optional.empty()));
        assertFalse(server.isThere());
        assertEquals(
                "The portal knows no server that draws it.",
                server.draw("A -> B").fault());
        assertThrows(IllegalArgumentException.class, () -> config("file:///etc/passwd"));
    }
}
