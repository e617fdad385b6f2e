package org.callboard.launcher;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;
import org.slf4j.Logger;

/**
 * What the process logs goes to its standard error, a line each. The variable {@code CALLBOARD_LOG} is the least level that
 * does, INFO where it is not set. It is written in Java because each start would read an XML file of it for a tenth of its time.
 */
public final class ConsoleLog extends ContextAwareBase implements Configurator {

    private static final Map<String, Level> QUIET = Map.of(
            "org.eclipse.jetty", Level.WARN, "com.zaxxer.hikari", Level.WARN, "org.glassfish.jersey", Level.ERROR);

    @Override
    public ExecutionStatus configure(LoggerContext logging) {
        ch.qos.logback.classic.Logger root = logging.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.toLevel(System.getenv("CALLBOARD_LOG"), Level.INFO));
        QUIET.forEach((name, level) -> logging.getLogger(name).setLevel(level));
        root.addAppender(console(logging));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static ConsoleAppender<ILoggingEvent> console(LoggerContext logging) {
        ConsoleLine layout = new ConsoleLine();
        layout.setContext(logging);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(logging);
        encoder.setLayout(layout);
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(logging);
        console.setName("console");
        console.setTarget(ConsoleTarget.SystemErr.getName());
        console.setEncoder(encoder);
        console.start();
        return console;
    }
}
