package org.callboard.plugin.catalogapi;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Location;
import org.callboard.api.model.Json;
import org.jspecify.annotations.Nullable;

/** A condition on locations: the predicates that entities are asked for with, over four fields, in any case. */
final class LocationFilter implements Predicate<Location> {

    private static final List<String> FIELDS = List.of("id", "type", "target", "entityref");

    private final Filter filter;

    private LocationFilter(Filter filter) {
        this.filter = filter;
    }

    static LocationFilter of(Json.@Nullable Obj query) {
        Filter filter = query == null ? Filter.NONE : PredicateParser.parse(query);
        check(filter);
        return new LocationFilter(filter);
    }

    /** A path that no location has is a mistake, and would otherwise show only where there are locations. */
    private static void check(Filter filter) {
        if (filter instanceof Filter.All all) {
            all.conditions().forEach(LocationFilter::check);
        } else if (filter instanceof Filter.Any any) {
            any.conditions().forEach(LocationFilter::check);
        } else if (filter instanceof Filter.Not not) {
            check(not.condition());
        } else if (!FIELDS.contains(lower(path(filter)))) {
            throw Inputs.bad("Invalid query: expected id, type, target or entityRef, found \"" + path(filter) + "\"");
        }
    }

    @Override
    public boolean test(Location location) {
        return matches(location, filter);
    }

    private static boolean matches(Location location, Filter filter) {
        if (filter instanceof Filter.All all) {
            return all.conditions().stream().allMatch(condition -> matches(location, condition));
        } else if (filter instanceof Filter.Any any) {
            return any.conditions().stream().anyMatch(condition -> matches(location, condition));
        } else if (filter instanceof Filter.Not not) {
            return !matches(location, not.condition());
        } else if (filter instanceof Filter.Equal equal) {
            return equal.values().stream().anyMatch(value(location, equal.path())::equalsIgnoreCase);
        } else if (filter instanceof Filter.Prefix prefix) {
            return lower(value(location, prefix.path())).startsWith(lower(prefix.prefix()));
        }
        return true; // every field is there
    }

    private static String path(Filter filter) {
        if (filter instanceof Filter.Equal equal) {
            return equal.path();
        } else if (filter instanceof Filter.Prefix prefix) {
            return prefix.path();
        } else if (filter instanceof Filter.Exists exists) {
            return exists.path();
        }
        throw new IllegalStateException("No predicate is read as " + filter);
    }

    private static String value(Location location, String path) {
        return switch (lower(path)) {
            case "id" -> location.id();
            case "type" -> location.type();
            case "target" -> location.target();
            default -> location.entityRef().toString();
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
