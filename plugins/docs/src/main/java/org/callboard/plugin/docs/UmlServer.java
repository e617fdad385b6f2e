package org.callboard.plugin.docs;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.callboard.api.config.Configuration;
import org.callboard.api.net.WebAnswer;
import org.callboard.api.net.WebClient;
import org.callboard.api.net.WebRequest;
import org.callboard.api.problem.PortalException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The server that draws diagrams of PlantUML, where the operator names one: a PlantUML server's {@code /svg} or Kroki's
 * {@code /plantuml/svg}, which both answer SVG to a text that is posted. Thread-safe.
 */
@Component(service = UmlServer.class)
public final class UmlServer {

    private static final int LONGEST = 50_000;
    private static final int LARGEST = 1 << 20;
    private static final int MOST_KEPT = 64;
    /** Larger drawings are asked for each time, lest these take the memory that is for all. */
    private static final int LARGEST_KEPT = 1 << 17;

    private static final int LONGEST_REASON = 200;
    private static final int BAD_REQUEST = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** For so long nobody waits again for a server that did not answer. */
    private static final long REST = Duration.ofSeconds(10).toNanos();

    private final Configuration configuration;
    private final WebClient web;
    private final LongSupplier nanos;
    private final Map<Asked, Drawing> kept = LeastRecent.keeping(MOST_KEPT);
    private volatile Silence silence;

    /** Asks by this client. */
    @Activate
    public UmlServer(@Reference Configuration configuration, @Reference WebClient web) {
        this(configuration, web, System::nanoTime);
    }

    UmlServer(Configuration configuration, WebClient web, LongSupplier nanos) {
        this.configuration = configuration;
        this.web = web;
        this.nanos = nanos;
        this.silence = new Silence(nanos.getAsLong() - REST, "");
    }

    /**
     * What came of a diagram.
     *
     * @param svg empty where it could not be drawn
     * @param fault why not; empty where it could
     */
    record Drawing(String svg, String fault) {

        static Drawing fault(String reason) {
            return new Drawing("", reason);
        }
    }

    private record Asked(URI server, String text) {}

    /** Since when, and why, nothing is to be had. */
    private record Silence(long since, String reason) {}

    /** {@return whether there is one} */
    boolean isThere() {
        return address().isPresent();
    }

    private Optional<URI> address() {
        return configuration.current(DocsConfig.class).plantUml();
    }

    /** Has a diagram drawn; blocks for some seconds at the most. */
    Drawing draw(String text) {
        Optional<URI> server = address();
        if (server.isEmpty()) {
            return Drawing.fault("The portal knows no server that draws it.");
        }
        if (text.length() > LONGEST) {
            return Drawing.fault("It is longer than " + LONGEST + " characters.");
        }
        Asked asked = new Asked(server.get(), text);
        Drawing known = kept.get(asked);
        return known == null ? ask(asked) : known;
    }

    private Drawing ask(Asked asked) {
        Silence last = silence;
        if (nanos.getAsLong() - last.since() < REST) {
            return Drawing.fault(last.reason());
        }
        String text = whole(asked.text());
        try {
            WebAnswer answer = web.send(WebRequest.post(asked.server())
                    .text(text, "text/plain; charset=utf-8")
                    .timeout(PATIENCE));
            Drawing drawing = drawing(answer, text.equals(asked.text()) ? 1 : 0);
            boolean isFinal = answer.isGood() || answer.status() == BAD_REQUEST;
            if (isFinal && drawing.svg().length() <= LARGEST_KEPT) {
                kept.put(asked, drawing);
            }
            return drawing;
        } catch (PortalException unreachable) {
            Silence now = new Silence(nanos.getAsLong(), unreachable.message());
            silence = now;
            return Drawing.fault(now.reason());
        }
    }

    /** What stands between the marks that a server looks for. */
    private static String whole(String text) {
        return text.stripLeading().startsWith("@start") ? text : "@startuml\n" + text.stripTrailing() + "\n@enduml\n";
    }

    /** @param firstLine the number of the line that the server counts as its zeroth */
    private static Drawing drawing(WebAnswer answer, int firstLine) {
        String text = answer.text();
        if (!answer.isGood()) {
            return Drawing.fault(reason(answer, text, firstLine));
        }
        if (text.length() > LARGEST) {
            return Drawing.fault("What the server draws is larger than a megabyte.");
        }
        return text.contains("<svg")
                ? new Drawing(text, "")
                : Drawing.fault("The server answers something else than SVG.");
    }

    /** A PlantUML server says what is wrong in headers, Kroki in a text. */
    private static String reason(WebAnswer answer, String text, int firstLine) {
        Optional<String> error = answer.header("X-PlantUML-Diagram-Error");
        if (error.isPresent()) {
            String line = answer.header("X-PlantUML-Diagram-Error-Line")
                    .filter(number -> number.matches("\\d{1,6}"))
                    .map(number -> "Line " + (Integer.parseInt(number) + firstLine) + ": ")
                    .orElse("");
            return cut(line + error.get());
        }
        return text.isBlank() || text.contains("<")
                ? "The server answers with status " + answer.status() + "."
                : cut(text.strip());
    }

    private static String cut(String reason) {
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason;
    }
}
