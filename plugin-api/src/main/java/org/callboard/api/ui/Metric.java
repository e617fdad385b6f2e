package org.callboard.api.ui;

import java.util.List;

/**
 * One figure in large type.
 *
 * @param delta how it changed, for example {@code +3 % since Monday}; may be empty
 * @param trend earlier values, oldest first, drawn as a line; may be empty
 */
public record Metric(String label, Value value, String delta, List<Double> trend) implements Block {

    /** Copies the trend. */
    public Metric {
        trend = List.copyOf(trend);
    }

    /** {@return a figure by itself} */
    public static Metric of(String label, Value value) {
        return new Metric(label, value, "", List.of());
    }

    /** {@return this figure with how it changed} */
    public Metric delta(String change) {
        return new Metric(label, value, change, trend);
    }

    /** {@return this figure with its earlier values, oldest first} */
    public Metric trend(List<Double> earlier) {
        return new Metric(label, value, delta, earlier);
    }
}
