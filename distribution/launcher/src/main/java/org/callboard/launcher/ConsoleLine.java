package org.callboard.launcher;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A line of the log: time, level, the plugin that it is of, the logger's last name, message; of a failure its first frames. */
final class ConsoleLine extends LayoutBase<ILoggingEvent> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
    private static final String MOST_FRAMES = "12";

    private final ThrowableProxyConverter thrown = new ThrowableProxyConverter();

    @Override
    public void start() {
        thrown.setOptionList(List.of(MOST_FRAMES));
        thrown.start();
        super.start();
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(200);
        TIME.formatTo(event.getInstant(), line);
        String level = event.getLevel().toString();
        line.append(' ').append(level).append(" ".repeat(Math.max(1, 6 - level.length())));
        String plugin = event.getMDCPropertyMap().get("plugin");
        if (plugin != null && !plugin.isEmpty()) {
            line.append('[').append(plugin).append("] ");
        }
        String logger = event.getLoggerName();
        return line.append(logger, logger.lastIndexOf('.') + 1, logger.length())
                .append(": ")
                .append(event.getFormattedMessage())
                .append(System.lineSeparator())
                .append(thrown.convert(event))
                .toString();
    }
}
