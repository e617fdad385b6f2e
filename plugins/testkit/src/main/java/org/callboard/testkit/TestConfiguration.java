package org.callboard.testkit;

import org.callboard.api.config.Configuration;

/** What an operator has set, as a test says. Thread-safe. */
public final class TestConfiguration implements Configuration {

    private volatile Record values;

    private TestConfiguration(Record values) {
        this.values = values;
    }

    /** {@return the configuration of an operator who set this} */
    public static TestConfiguration of(Record values) {
        return new TestConfiguration(values);
    }

    /** Changes it, as an operator may at any time. */
    public void set(Record now) {
        values = now;
    }

    @Override
    public <T extends Record> T current(Class<T> type) {
        Record now = values;
        if (!type.isInstance(now)) {
            throw new IllegalArgumentException("The configuration is a "
                    + now.getClass().getSimpleName() + ", and no " + type.getSimpleName() + ".");
        }
        return type.cast(now);
    }
}
