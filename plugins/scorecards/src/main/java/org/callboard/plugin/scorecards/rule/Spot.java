package org.callboard.plugin.scorecards.rule;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.callboard.api.model.Json;
import org.jspecify.annotations.Nullable;

/**
 * A value and where it stands.
 *
 * @param parent what it stands in, null for the root
 * @param step its field's name, or its place in a list as digits
 */
public record Spot(@Nullable Spot parent, String step, Json value) {

    /** {@return the root of a value} */
    public static Spot root(Json value) {
        return new Spot(null, "", value);
    }

    Spot down(String next, Json inner) {
        return new Spot(this, next, inner);
    }

    /** {@return the steps from the root} */
    public List<String> steps() {
        Deque<String> steps = new ArrayDeque<>();
        Spot at = this;
        while (at.parent != null) {
            steps.addFirst(at.step);
            at = at.parent;
        }
        return List.copyOf(steps);
    }
}
