package org.callboard.api.signin;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Texts that the portal keeps for a provider and gives back as they are: secrets mostly, so nothing prints them. 16 KB at the
 * most.
 *
 * @param values by names that the provider chooses
 */
public record Kept(Map<String, String> values) {

    /** Nothing. */
    public static final Kept NOTHING = new Kept(Map.of());

    /** Copies them. */
    public Kept {
        values = Map.copyOf(values);
    }

    /** {@return these and one more} */
    public Kept with(String name, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, value);
        return new Kept(more);
    }

    /** {@return the text of this name, if there is one} */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** {@return the names alone} */
    @Override
    public String toString() {
        return "kept " + new TreeMap<>(values).keySet();
    }
}
