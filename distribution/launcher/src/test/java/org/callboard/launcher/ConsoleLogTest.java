package org.callboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class ConsoleLogTest {

    private final LoggerContext logging = new LoggerContext();

    @BeforeEach
    void configure() {
        new ConsoleLog().configure(logging);
    }

    private String line(@Nullable Throwable failure, Map<String, String> marks) {
        LoggingEvent event = new LoggingEvent(
                "caller",
                logging.getLogger("org.callboard.core.inbox.InboxWatch"),
                Level.WARN,
                "{} is refused",
                failure,
                new Object[] {"x.jar"});
        event.setMDCPropertyMap(marks);
        ConsoleAppender<ILoggingEvent> console = (ConsoleAppender<ILoggingEvent>)
                logging.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("console");
        return new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
    }

    @Test
    void writesALineForEachEvent() {
        String line = line(null, Map.of());
        assertTrue(line.matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} WARN  InboxWatch: x\\.jar is refused\\R"), line);
    }

    @Test
    void namesThePlugin() {
        assertTrue(line(null, Map.of("plugin", "cost")).contains(" WARN  [cost] InboxWatch: x.jar is refused"));
    }

    @Test
    void showsTheFirstFramesOfAFailure() {
        String text = line(new IOException("the disk is full"), Map.of());
        assertTrue(text.contains("\njava.io.IOException: the disk is full"), text);
        assertEquals(12, text.lines().filter(line -> line.startsWith("\tat ")).count());
    }

    @Test
    void keepsLibrariesQuiet() {
        assertEquals(Level.WARN, logging.getLogger("org.eclipse.jetty.server").getEffectiveLevel());
        assertEquals(Level.INFO, logging.getLogger("org.callboard.core").getEffectiveLevel());
    }
}
