package org.callboard.api.ui;

import java.util.ArrayList;
import java.util.List;

/**
 * A chart. The same figures are offered to screen readers as a table.
 *
 * @param label what it shows
 * @param steps what stands along the axis, or for a ring the names of its parts; at most 400
 * @param series figures by name, at most 8, each with one for every step; a ring has one
 * @param unit of the figures; may be empty
 */
public record Chart(Type type, String label, List<Value> steps, List<Series> series, String unit) implements Block {

    /** Copies steps and series. */
    public Chart {
        steps = List.copyOf(steps);
        series = List.copyOf(series);
    }

    /** How figures are drawn. */
    public enum Type {
        /** Lines. */
        LINE,
        /** Bars, those of one step beside each other. */
        BAR,
        /** Areas, on top of each other. */
        AREA,
        /** The parts of a whole, as a ring. */
        RING
    }

    /** Figures with a name; {@code Double.NaN} where there is none. */
    public record Series(String label, List<Double> values) {
        /** Copies the values. */
        public Series {
            values = List.copyOf(values);
        }
    }

    /** {@return a chart without figures yet} */
    public static Chart of(Type type, String label, List<Value> steps) {
        return new Chart(type, label, steps, List.of(), "");
    }

    /** {@return this chart with one more series} */
    public Chart series(String name, List<Double> values) {
        List<Series> more = new ArrayList<>(series);
        more.add(new Series(name, values));
        return new Chart(type, label, steps, more, unit);
    }

    /** {@return this chart with a unit} */
    public Chart unit(String newUnit) {
        return new Chart(type, label, steps, series, newUnit);
    }
}
