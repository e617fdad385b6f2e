package org.callboard.plugin.scorecards.standard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.callboard.plugin.scorecards.rule.Rule;

/**
 * Which entities a standard applies to. All that is said must be so; upper and lower case are the same.
 *
 * @param kinds one of these
 * @param types one of these, or any where there are none; so with the others
 * @param tags at least one of these
 * @param owners one of these, as references
 * @param where a rule over the catalog's facts
 */
public record Scope(
        Set<String> kinds,
        Set<String> types,
        Set<String> lifecycles,
        Set<String> tags,
        Set<String> owners,
        Optional<Rule> where) {

    /** Lower-cases all of it. */
    public Scope {
        kinds = lower(kinds);
        types = lower(types);
        lifecycles = lower(lifecycles);
        tags = lower(tags);
        owners = lower(owners);
    }

    private static Set<String> lower(Set<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** {@return whether an entity is one of them, but for the rule} */
    public boolean covers(Entity entity, String owner) {
        return kinds.contains(entity.ref().kind())
                && hasOne(types, entity.spec("type"))
                && hasOne(lifecycles, entity.spec("lifecycle"))
                && (owners.isEmpty() || owners.contains(owner))
                && (tags.isEmpty() || tags(entity).stream().anyMatch(tags::contains));
    }

    private static boolean hasOne(Set<String> wanted, Optional<String> value) {
        return wanted.isEmpty()
                || value.map(text -> text.toLowerCase(Locale.ROOT))
                        .filter(wanted::contains)
                        .isPresent();
    }

    private static List<String> tags(Entity entity) {
        Json.Obj document = entity.document();
        return document.array("metadata", "tags").texts();
    }
}
