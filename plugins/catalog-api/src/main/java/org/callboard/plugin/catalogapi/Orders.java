package org.callboard.plugin.catalogapi;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.api.catalog.Order;
import org.callboard.api.model.Json;

/** The three ways to say what to sort by. */
final class Orders {

    /** By entity reference, as near as the fields come to it. */
    static final List<Order> BY_REF =
            List.of(Order.by("kind"), Order.by("metadata.namespace"), Order.by("metadata.name"));

    private static final Pattern DIRECTION_FIRST = Pattern.compile("(asc|desc):(.+)");

    private Orders() {}

    /** Reads {@code order=asc:path} of the list of entities. */
    static Order parseDirectionFirst(String text) {
        Matcher matcher = DIRECTION_FIRST.matcher(text);
        if (!matcher.matches()) {
            throw Inputs.bad("Invalid order parameter \"" + text + "\", expected \"<asc or desc>:<field name>\"");
        }
        return new Order(matcher.group(2), direction(matcher.group(1)));
    }

    /** Reads {@code orderField=path,asc}; the direction may be left out. */
    static Order parsePathFirst(String text) {
        String[] parts = text.split(",", 3);
        return new Order(parts[0], direction(parts.length > 1 ? parts[1] : "asc"));
    }

    /** Reads {@code {"field": path, "order": "asc"}}; the direction may be left out. */
    static Order parse(Body body) {
        body.require("field");
        String direction = body.text("order").orElse("asc");
        return new Order(body.text("field").orElseThrow(), direction(direction));
    }

    static Json toJson(Order order) {
        boolean ascending = order.direction() == Order.Direction.ASCENDING;
        return Json.object()
                .put("field", order.path())
                .put("order", ascending ? "asc" : "desc")
                .build();
    }

    private static Order.Direction direction(String text) {
        return switch (text) {
            case "asc" -> Order.Direction.ASCENDING;
            case "desc" -> Order.Direction.DESCENDING;
            default -> throw Inputs.bad("Invalid order field order, must be asc or desc");
        };
    }
}
