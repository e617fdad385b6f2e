package org.callboard.api.ui;

import java.util.List;
import org.callboard.api.model.Entity;

/**
 * Where a card stands: on the pages of which entities, how large and in which order.
 *
 * @param kinds the kinds of entity, without regard to case; empty for all
 * @param types the values of {@code spec.type}, without regard to case; empty for all
 * @param annotation an annotation that the entity must have; empty for none
 * @param size how much room it takes
 * @param order cards stand by rising order and then by plugin and id
 */
public record CardPlace(List<String> kinds, List<String> types, String annotation, Size size, int order) {

    /** On every entity's page, of medium size, behind the portal's own cards. */
    public static final CardPlace EVERYWHERE = new CardPlace(List.of(), List.of(), "", Size.MEDIUM, 100);

    /** How much room a card takes. */
    public enum Size {
        /** A quarter of the width. */
        SMALL,
        /** A third of the width. */
        MEDIUM,
        /** Two thirds of the width. */
        LARGE,
        /** The whole width. */
        FULL
    }

    /** Copies kinds and types. */
    public CardPlace {
        kinds = List.copyOf(kinds);
        types = List.copyOf(types);
    }

    /** {@return this place for entities of these kinds only} */
    public CardPlace kinds(String... only) {
        return new CardPlace(List.of(only), types, annotation, size, order);
    }

    /** {@return this place for entities of these types only} */
    public CardPlace types(String... only) {
        return new CardPlace(kinds, List.of(only), annotation, size, order);
    }

    /** {@return this place for entities with this annotation only} */
    public CardPlace annotation(String key) {
        return new CardPlace(kinds, types, key, size, order);
    }

    /** {@return this place in another size} */
    public CardPlace size(Size other) {
        return new CardPlace(kinds, types, annotation, other, order);
    }

    /** {@return this place with another order} */
    public CardPlace order(int other) {
        return new CardPlace(kinds, types, annotation, size, other);
    }

    /** {@return whether an entity's page has the card} */
    public boolean holds(Entity entity) {
        return (kinds.isEmpty() || kinds.stream().anyMatch(entity.kind()::equalsIgnoreCase))
                && (types.isEmpty()
                        || types.stream().anyMatch(entity.spec("type").orElse("")::equalsIgnoreCase))
                && (annotation.isEmpty() || entity.annotation(annotation).isPresent());
    }
}
