package org.callboard.plugin.scorecards.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.callboard.api.model.Json;
import org.jspecify.annotations.Nullable;

/**
 * A path into a value: the part of JSONPath (RFC 9535) that rules need. {@code $}, {@code .name}, {@code ['name']}, {@code [0]},
 * {@code [-1]}, {@code [*]}, {@code .*}, {@code ..name}, and {@code [?@.type == 'runbook']}, also with {@code !=} or without a
 * comparison. It finds at most {@value #MOST_FOUND} values.
 */
public final class JsonPath {

    static final int MOST_FOUND = 1_000;
    /** The value itself. */
    public static final JsonPath ROOT = new JsonPath("$", List.of());

    private final String text;
    private final List<Step> steps;

    JsonPath(String text, List<Step> steps) {
        this.text = text;
        this.steps = List.copyOf(steps);
    }

    /**
     * {@return the path that a text says}
     *
     * @throws IllegalArgumentException where it is none, with the reason
     */
    public static JsonPath parse(String text) {
        return new PathParser(text).parse();
    }

    /** {@return the values at the path, in their order; none where there is nothing} */
    public List<Spot> find(Json root) {
        List<Spot> found = List.of(Spot.root(root));
        for (Step step : steps) {
            Found next = new Found();
            for (Spot spot : found) {
                step.walk(spot, next);
            }
            found = next.spots;
        }
        return found;
    }

    /** {@return the first value at the path} */
    @Nullable Json first(Json root) {
        List<Spot> found = find(root);
        return found.isEmpty() ? null : found.get(0).value();
    }

    /** {@return whether it leads to one place at the most} */
    public boolean isSingle() {
        return steps.stream().allMatch(step -> step instanceof Step.Name || step instanceof Step.Index);
    }

    /** {@return the names at its beginning, as long as these are plain fields} */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (Step step : steps) {
            if (!(step instanceof Step.Name name)) {
                break;
            }
            names.add(name.name());
        }
        return names;
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonPath path && path.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    private static final class Found implements Consumer<Spot> {

        private final List<Spot> spots = new ArrayList<>();

        @Override
        public void accept(Spot spot) {
            if (spots.size() < MOST_FOUND) {
                spots.add(spot);
            }
        }
    }
}
