package org.callboard.plugin.scorecards.rule;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.callboard.api.model.Json;
import org.jspecify.annotations.Nullable;

/** A step of a path. */
sealed interface Step {

    /** Tells of what is one step further. */
    void walk(Spot from, Consumer<Spot> found);

    /** The field of this name. */
    record Name(String name) implements Step {
        @Override
        public void walk(Spot from, Consumer<Spot> found) {
            Json inner = from.value() instanceof Json.Obj object ? object.get(name) : null;
            if (inner != null) {
                found.accept(from.down(name, inner));
            }
        }
    }

    /** The item at a place, counted from the end where it is negative. */
    record Index(int index) implements Step {
        @Override
        public void walk(Spot from, Consumer<Spot> found) {
            List<Json> items = from.value() instanceof Json.Arr array ? array.items() : List.of();
            int at = index < 0 ? items.size() + index : index;
            if (at >= 0 && at < items.size()) {
                found.accept(from.down(String.valueOf(at), items.get(at)));
            }
        }
    }

    /** Every field or item. */
    record Each() implements Step {
        @Override
        public void walk(Spot from, Consumer<Spot> found) {
            if (from.value() instanceof Json.Arr array) {
                for (int i = 0; i < array.items().size(); i++) {
                    found.accept(from.down(String.valueOf(i), array.items().get(i)));
                }
            } else if (from.value() instanceof Json.Obj object) {
                for (Map.Entry<String, Json> field : object.fields().entrySet()) {
                    found.accept(from.down(field.getKey(), field.getValue()));
                }
            }
        }
    }

    /** The fields of this name, at any depth. */
    record Below(String name) implements Step {

        private static final int DEEPEST = 100;

        @Override
        public void walk(Spot from, Consumer<Spot> found) {
            walk(from, found, 0);
        }

        private void walk(Spot from, Consumer<Spot> found, int depth) {
            new Name(name).walk(from, found);
            if (depth < DEEPEST) {
                new Each().walk(from, inner -> walk(inner, found, depth + 1));
            }
        }
    }

    /**
     * The items or fields for which something is so.
     *
     * @param path from each of them
     * @param wanted what must be there, or null where anything will do
     */
    record Where(JsonPath path, @Nullable Json wanted, boolean isEqual) implements Step {
        @Override
        public void walk(Spot from, Consumer<Spot> found) {
            new Each().walk(from, inner -> {
                if (holds(inner.value())) {
                    found.accept(inner);
                }
            });
        }

        private boolean holds(Json item) {
            Json value = path.first(item);
            if (wanted == null) {
                return value != null;
            }
            return isEqual == (value != null && Likeness.same(value, wanted));
        }
    }
}
