package org.callboard.core.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import org.callboard.core.mask.KnownSecrets;
import org.jspecify.annotations.Nullable;

/** Something thrown whose messages have no secrets. */
record MaskedThrown(IThrowableProxy thrown, KnownSecrets secrets) implements IThrowableProxy {

    static @Nullable IThrowableProxy of(@Nullable IThrowableProxy thrown, KnownSecrets secrets) {
        return thrown == null ? null : new MaskedThrown(thrown, secrets);
    }

    @Override
    public @Nullable String getMessage() {
        String message = thrown.getMessage();
        return message == null ? null : secrets.masked(message);
    }

    @Override
    public String getClassName() {
        return thrown.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
        return thrown.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
        return thrown.getCommonFrames();
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
        return of(thrown.getCause(), secrets);
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
        IThrowableProxy[] suppressed = thrown.getSuppressed().clone();
        for (int index = 0; index < suppressed.length; index++) {
            suppressed[index] = new MaskedThrown(suppressed[index], secrets);
        }
        return suppressed;
    }

    @Override
    public boolean isCyclic() {
        return thrown.isCyclic();
    }

    @Override
    public String toString() {
        return getClassName() + ": " + getMessage();
    }
}
