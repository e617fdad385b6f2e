package org.callboard.core.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextVO;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.callboard.core.mask.KnownSecrets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/** What was logged, as it is written down: without secrets, also in what was thrown. */
record MaskedEvent(ILoggingEvent event, KnownSecrets secrets) implements ILoggingEvent {

    static ILoggingEvent of(ILoggingEvent event, KnownSecrets secrets) {
        return secrets.isEmpty() ? event : new MaskedEvent(event, secrets);
    }

    @Override
    public String getThreadName() {
        return secrets.masked(event.getThreadName());
    }

    @Override
    public Level getLevel() {
        return event.getLevel();
    }

    @Override
    public String getMessage() {
        return getFormattedMessage();
    }

    /** {@return nothing}: they are in the message, and nobody knows what they print */
    @Override
    public Object @Nullable [] getArgumentArray() {
        return null;
    }

    @Override
    public String getFormattedMessage() {
        return secrets.masked(String.valueOf(event.getFormattedMessage()));
    }

    @Override
    public String getLoggerName() {
        return secrets.masked(event.getLoggerName());
    }

    @Override
    public LoggerContextVO getLoggerContextVO() {
        return event.getLoggerContextVO();
    }

    @Override
    public @Nullable IThrowableProxy getThrowableProxy() {
        return MaskedThrown.of(event.getThrowableProxy(), secrets);
    }

    @Override
    public StackTraceElement[] getCallerData() {
        return event.getCallerData();
    }

    @Override
    public boolean hasCallerData() {
        return event.hasCallerData();
    }

    @Override
    public List<Marker> getMarkerList() {
        return event.getMarkerList();
    }

    @Override
    public Map<String, String> getMDCPropertyMap() {
        Map<String, String> masked = new HashMap<>(event.getMDCPropertyMap());
        masked.replaceAll((key, value) -> value == null ? "" : secrets.masked(value));
        return masked;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface demands it
    public Map<String, String> getMdc() {
        return getMDCPropertyMap();
    }

    @Override
    public long getTimeStamp() {
        return event.getTimeStamp();
    }

    @Override
    public int getNanoseconds() {
        return event.getNanoseconds();
    }

    @Override
    public Instant getInstant() {
        return event.getInstant();
    }

    @Override
    public long getSequenceNumber() {
        return event.getSequenceNumber();
    }

    @Override
    public List<KeyValuePair> getKeyValuePairs() {
        return Objects.requireNonNullElse(event.getKeyValuePairs(), List.<KeyValuePair>of()).stream()
                .map(pair -> new KeyValuePair(pair.key, secrets.masked(String.valueOf(pair.value))))
                .toList();
    }

    @Override
    public void prepareForDeferredProcessing() {
        event.prepareForDeferredProcessing();
    }

    @Override
    public String toString() {
        return "[" + getLevel() + "] " + getFormattedMessage();
    }
}
