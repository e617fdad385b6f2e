package org.callboard.core.read;

import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.entity.Locator;
import org.jspecify.annotations.Nullable;

/** Where the parts of a document stand in its file. Lookups walk the document: they are made for problems only. */
public final class Positions implements Locator {

    private final String target;
    private final Json tree;
    private final Place root;

    Positions(String target, Json tree, Place root) {
        this.target = target;
        this.tree = tree;
        this.root = root;
    }

    /** {@return where the document starts} */
    public SourcePosition start() {
        return new SourcePosition(target, root.line(), root.column());
    }

    @Override
    public SourcePosition value(List<String> path) {
        Found found = find(path);
        return found.whole
                ? new SourcePosition(target, found.place.line(), found.place.column())
                : new SourcePosition(target, found.place.keyLine(), found.place.keyColumn());
    }

    @Override
    public SourcePosition key(List<String> path) {
        Place place = find(path).place;
        return new SourcePosition(target, place.keyLine(), place.keyColumn());
    }

    private record Found(Place place, boolean whole) {}

    private Found find(List<String> path) {
        Place place = root;
        Json value = tree;
        for (String step : path) {
            int index = indexOf(value, step);
            if (index < 0 || index >= place.inner().size()) {
                return new Found(place, false);
            }
            place = place.inner().get(index);
            value = child(value, step, index);
        }
        return new Found(place, true);
    }

    private static int indexOf(@Nullable Json value, String step) {
        if (value instanceof Json.Obj object) {
            int index = 0;
            for (String key : object.fields().keySet()) {
                if (key.equals(step)) {
                    return index;
                }
                index++;
            }
        } else if (value instanceof Json.Arr array) {
            return itemIndex(step, array.items().size());
        }
        return -1;
    }

    private static int itemIndex(String step, int size) {
        try {
            int index = Integer.parseInt(step);
            return index < size ? index : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static @Nullable Json child(@Nullable Json value, String step, int index) {
        return value instanceof Json.Obj object
                ? object.get(step)
                : value instanceof Json.Arr array ? array.items().get(index) : null;
    }
}
