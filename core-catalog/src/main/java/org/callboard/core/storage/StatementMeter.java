package org.callboard.core.storage;

import java.time.Duration;

/** Is told of every statement that a plugin executes. */
@FunctionalInterface
public interface StatementMeter {

    /** Takes note of a statement that has ended, well or not. */
    void statement(String plugin, Duration took);
}
