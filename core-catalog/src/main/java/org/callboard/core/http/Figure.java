package org.callboard.core.http;

import java.util.List;
import java.util.function.LongSupplier;

/** A number of the portal's own in its metrics. */
record Figure(String name, String type, String help, LongSupplier value) {

    static List<Figure> of(PlacesInUse place) {
        String name = "callboard_places_" + place.id().replace('-', '_');
        return List.of(
                gauge(
                        name + "_used",
                        place.title() + ": so many.",
                        () -> place.used().getAsInt()),
                gauge(name + "_limit", "Of so many at the most.", place::limit),
                gauge(
                        name + "_waiting",
                        "Those who wait for one.",
                        () -> place.waiting().getAsInt()));
    }

    static Figure counter(String name, String help, LongSupplier value) {
        return new Figure(name, "counter", help, value);
    }

    static Figure gauge(String name, String help, LongSupplier value) {
        return new Figure(name, "gauge", help, value);
    }
}
