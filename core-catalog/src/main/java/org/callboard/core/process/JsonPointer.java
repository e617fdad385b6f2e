package org.callboard.core.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.callboard.api.model.Json;
import org.jspecify.annotations.Nullable;

/** A way into a JSON value (RFC 6901), by its last step: thousands of them share their beginnings. */
final class JsonPointer {

    static final JsonPointer WHOLE = new JsonPointer(null, "");

    private static final int MOST_STEPS = 1_000;
    private static final Pattern INDEX = Pattern.compile("0|[1-9]\\d{0,8}");

    private final @Nullable JsonPointer parent;
    private final String step;
    private final int hash;

    private JsonPointer(@Nullable JsonPointer parent, String step) {
        this.parent = parent;
        this.step = step;
        // spread, since steps are often small numbers, whose own hashes lie side by side
        this.hash = parent == null ? 0 : (31 * parent.hash + step.hashCode()) * 0x9E3779B9;
    }

    /** {@return the steps of a URL's fragment, without its {@code #}, or nothing where it is no pointer} */
    static Optional<List<String>> steps(String fragment) {
        if (!fragment.isEmpty() && fragment.charAt(0) != '/') {
            return Optional.empty();
        }
        List<String> steps = new ArrayList<>(List.of(fragment.split("/", MOST_STEPS + 2)));
        steps.remove(0);
        if (steps.size() > MOST_STEPS) {
            return Optional.empty();
        }
        // an encoded slash is part of a step, as the tools take it that people write descriptions with
        steps.replaceAll(step -> Percent.decode(step).replace("~1", "/").replace("~0", "~"));
        return Optional.of(steps);
    }

    /** {@return what one step leads to, or null where it leads nowhere} */
    static @Nullable Json step(Json value, String step) {
        if (value instanceof Json.Obj object) {
            return object.get(step);
        }
        boolean index = value instanceof Json.Arr && INDEX.matcher(step).matches();
        if (index && value instanceof Json.Arr array) {
            int at = Integer.parseInt(step);
            return at < array.items().size() ? array.items().get(at) : null;
        }
        return null;
    }

    /** {@return the way to the value that the last step is taken in; null for the whole value, which has no step} */
    @Nullable JsonPointer parent() {
        return parent;
    }

    String step() {
        return step;
    }

    JsonPointer then(String next) {
        return new JsonPointer(this, next);
    }

    List<String> steps() {
        Deque<String> steps = new ArrayDeque<>();
        for (JsonPointer at = this; at.parent != null; at = at.parent) {
            steps.push(at.step);
        }
        return List.copyOf(steps);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonPointer pointer
                && hash == pointer.hash
                && step.equals(pointer.step)
                && Objects.equals(parent, pointer.parent);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** {@return the pointer as a reference within its document} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("#");
        for (String step : steps()) {
            text.append('/').append(Percent.encode(step.replace("~", "~0").replace("/", "~1")));
        }
        return text.toString();
    }
}
