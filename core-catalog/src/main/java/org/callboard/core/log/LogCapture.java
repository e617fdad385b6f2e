package org.callboard.core.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.spi.AppenderAttachableImpl;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import org.callboard.core.extension.PluginThreads;
import org.callboard.core.mask.KnownSecrets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/**
 * Hands what the process logs to the logs of the plugins it belongs to. A line is a plugin's where it says so itself, where
 * the core has marked the thread, or where the thread is the plugin's own, known by its context class loader; there only
 * what is not the core's. It stands before the other appenders, so that a plugin that logs too much does not flood them.
 */
public final class LogCapture extends UnsynchronizedAppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final String CORE = "org.callboard.core.";

    private final PluginLogs logs;
    private final Function<@Nullable ClassLoader, @Nullable String> owners;
    private final KnownSecrets secrets;
    private final AppenderAttachableImpl<ILoggingEvent> others = new AppenderAttachableImpl<>();

    private LogCapture(
            PluginLogs logs, Function<@Nullable ClassLoader, @Nullable String> owners, KnownSecrets secrets) {
        this.logs = logs;
        this.owners = owners;
        this.secrets = secrets;
    }

    /**
     * Begins. Where the process logs with another library there is nothing to be had, and plugins' logs stay empty.
     *
     * @param owners tells whose a class loader is; null where it is no plugin's
     * @param secrets are in no line, wherever it goes
     */
    public static LogCapture into(
            PluginLogs logs, Function<@Nullable ClassLoader, @Nullable String> owners, KnownSecrets secrets) {
        LogCapture capture = new LogCapture(logs, owners, secrets);
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            capture.setContext(logback);
            capture.standBefore(logback.getLogger(Logger.ROOT_LOGGER_NAME));
        }
        return capture;
    }

    private void standBefore(ch.qos.logback.classic.Logger root) {
        root.iteratorForAppenders().forEachRemaining(others::addAppender);
        others.iteratorForAppenders().forEachRemaining(LogCapture::bindOutput);
        start();
        root.addAppender(this);
        others.iteratorForAppenders().forEachRemaining(root::detachAppender);
    }

    /** A console's appender asks for the process's output with each line, but a log is not something that is printed. */
    private static void bindOutput(Appender<ILoggingEvent> appender) {
        if (appender instanceof ConsoleAppender<ILoggingEvent> console) {
            console.setOutputStream(new FilterOutputStream(output(console)) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                }

                @Override
                public void close() throws IOException {
                    flush();
                }
            });
        }
    }

    private static PrintStream output(ConsoleAppender<ILoggingEvent> console) {
        return console.getTarget().equals(ConsoleTarget.SystemErr.getName()) ? System.err : System.out;
    }

    private static void freeOutput(Appender<ILoggingEvent> appender) {
        if (appender instanceof ConsoleAppender<ILoggingEvent> console) {
            console.setOutputStream(
                    ConsoleTarget.findByName(console.getTarget()).getStream());
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        String plugin = pluginOf(event);
        ILoggingEvent masked = MaskedEvent.of(event, secrets);
        if (plugin == null || logs.add(plugin, event.getLevel().toString(), () -> line(masked))) {
            others.appendLoopOnAppenders(masked);
        }
    }

    private @Nullable String pluginOf(ILoggingEvent event) {
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        for (KeyValuePair pair : pairs == null ? List.<KeyValuePair>of() : pairs) {
            if (pair.key.equals(PluginThreads.LOG_KEY)) {
                return String.valueOf(pair.value);
            }
        }
        String marked = event.getMDCPropertyMap().get(PluginThreads.LOG_KEY);
        if (marked != null || event.getLoggerName().startsWith(CORE)) {
            return marked;
        }
        return owners.apply(Thread.currentThread().getContextClassLoader());
    }

    private static LogLine line(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        return new LogLine(
                event.getInstant(),
                event.getLevel().toString(),
                event.getLoggerName(),
                event.getThreadName(),
                String.valueOf(event.getFormattedMessage()),
                thrown == null ? null : ThrownText.of(thrown));
    }

    @Override
    public void close() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            ch.qos.logback.classic.Logger root = logback.getLogger(Logger.ROOT_LOGGER_NAME);
            others.iteratorForAppenders().forEachRemaining(LogCapture::freeOutput);
            others.iteratorForAppenders().forEachRemaining(root::addAppender);
            root.detachAppender(this);
        }
        stop();
    }
}
