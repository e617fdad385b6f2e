package org.callboard.core.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.callboard.api.catalog.Filter;
import org.callboard.core.policy.CorePermissions.Things;
import org.jspecify.annotations.Nullable;

/**
 * What a rule is limited to: all of it must be true of the entity or the plugin. What is empty does not matter.
 *
 * @param owners references of the owners; {@link #MINE} for who asks and their groups
 * @param kinds of the entity
 * @param types of the entity, its {@code spec.type}
 * @param labels that the entity has, with one of these values; no values for any
 * @param annotations likewise
 * @param plugins the ids of the plugins
 */
public record Where(
        Set<String> owners,
        Set<String> kinds,
        Set<String> types,
        Map<String, Set<String>> labels,
        Map<String, Set<String>> annotations,
        Set<String> plugins) {

    /** Copies all of it, sorted. */
    public Where {
        owners = Collections.unmodifiableSet(new TreeSet<>(owners));
        kinds = Collections.unmodifiableSet(new TreeSet<>(kinds));
        types = Collections.unmodifiableSet(new TreeSet<>(types));
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
        annotations = Collections.unmodifiableMap(new TreeMap<>(annotations));
        plugins = Collections.unmodifiableSet(new TreeSet<>(plugins));
    }

    /** Stands for who asks and the groups that they are in. */
    static final String MINE = "mine";

    private static final String OWNED_BY = "relations.ownedby";

    boolean isAbout(Things things) {
        return switch (things) {
            case NONE -> false;
            case ENTITIES -> plugins.isEmpty();
            case PLUGINS -> kinds.isEmpty() && types.isEmpty() && labels.isEmpty() && annotations.isEmpty();
        };
    }

    /** {@return the entities that it is true of, for somebody who is, or is in, these} */
    Filter entities(Set<String> mine) {
        List<Filter> all = new ArrayList<>();
        Set<String> wanted = owners(mine);
        if (wanted != null) {
            all.add(equal(OWNED_BY, wanted));
        }
        if (!kinds.isEmpty()) {
            all.add(equal("kind", kinds));
        }
        if (!types.isEmpty()) {
            all.add(equal("spec.type", types));
        }
        labels.forEach((label, values) -> named(all, "metadata.labels." + label, values));
        annotations.forEach((annotation, values) -> named(all, "metadata.annotations." + annotation, values));
        return all.size() == 1 ? all.get(0) : new Filter.All(all);
    }

    private static void named(List<Filter> all, String path, Set<String> values) {
        all.add(values.isEmpty() ? new Filter.Exists(path) : equal(path, values));
    }

    private static Filter equal(String path, Set<String> values) {
        return new Filter.Equal(path, List.copyOf(new TreeSet<>(values)));
    }

    /** {@return whether it is true of a plugin of this owner, for somebody who is, or is in, these} */
    boolean isTrueOf(String plugin, @Nullable String owner, Set<String> mine) {
        Set<String> wanted = owners(mine);
        return isAbout(Things.PLUGINS)
                && (plugins.isEmpty() || plugins.contains(plugin))
                && (wanted == null || (owner != null && wanted.contains(owner)));
    }

    /** {@return the owners that are meant; null where any will do} */
    private @Nullable Set<String> owners(Set<String> mine) {
        if (owners.isEmpty()) {
            return null;
        }
        Set<String> meant = new TreeSet<>(owners);
        if (meant.remove(MINE)) {
            meant.addAll(mine);
        }
        return meant;
    }

    boolean canBeTrue(Set<String> mine) {
        Set<String> wanted = owners(mine);
        return wanted == null || !wanted.isEmpty();
    }

    boolean asksWhoseItIs() {
        return owners.contains(MINE);
    }
}
