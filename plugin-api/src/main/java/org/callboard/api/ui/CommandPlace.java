package org.callboard.api.ui;

import java.util.List;
import org.callboard.api.model.Entity;
import org.callboard.api.security.Permission;

/**
 * By what a command is found, for whom and for which entities it is there.
 *
 * @param icon stands beside its title
 * @param keywords words that find it besides those of its title
 * @param permission what callers need to see it and to run it; for a command on an entity, for that entity
 * @param kinds the kinds of entity, without regard to case; empty for all
 * @param types the values of {@code spec.type}, without regard to case; empty for all
 * @param annotation an annotation that the entity must have; empty for none
 */
public record CommandPlace(
        Icon icon,
        List<String> keywords,
        String permission,
        List<String> kinds,
        List<String> types,
        String annotation) {

    /** For everybody and for every entity. */
    public static final CommandPlace EVERYWHERE =
            new CommandPlace(Icon.PUZZLE, List.of(), Permission.PORTAL_USE, List.of(), List.of(), "");

    /** Copies keywords, kinds and types. */
    public CommandPlace {
        keywords = List.copyOf(keywords);
        kinds = List.copyOf(kinds);
        types = List.copyOf(types);
    }

    /** {@return this place with an icon} */
    public CommandPlace icon(Icon other) {
        return new CommandPlace(other, keywords, permission, kinds, types, annotation);
    }

    /** {@return this place, found by these words as well} */
    public CommandPlace keywords(String... words) {
        return new CommandPlace(icon, List.of(words), permission, kinds, types, annotation);
    }

    /** {@return this place for those who hold a permission} */
    public CommandPlace permission(String name) {
        return new CommandPlace(icon, keywords, name, kinds, types, annotation);
    }

    /** {@return this place for entities of these kinds only} */
    public CommandPlace kinds(String... only) {
        return new CommandPlace(icon, keywords, permission, List.of(only), types, annotation);
    }

    /** {@return this place for entities of these types only} */
    public CommandPlace types(String... only) {
        return new CommandPlace(icon, keywords, permission, kinds, List.of(only), annotation);
    }

    /** {@return this place for entities with this annotation only} */
    public CommandPlace annotation(String key) {
        return new CommandPlace(icon, keywords, permission, kinds, types, key);
    }

    /** {@return whether the command is there for an entity} */
    public boolean holds(Entity entity) {
        return CardPlace.EVERYWHERE
                .kinds(kinds.toArray(String[]::new))
                .types(types.toArray(String[]::new))
                .annotation(annotation)
                .holds(entity);
    }
}
