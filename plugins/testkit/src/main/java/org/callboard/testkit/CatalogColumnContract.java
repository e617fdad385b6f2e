package org.callboard.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.ui.CatalogColumn;
import org.callboard.api.ui.Value;
import org.junit.jupiter.api.Test;

/** What every column of the catalog keeps to. */
public interface CatalogColumnContract extends ExtensionContract<CatalogColumn> {

    /** {@return an entity that has a value in the column} */
    Entity entity();

    /** A column in which nothing stands is of no use. */
    @Test
    default void hasAValueForItsEntity() {
        assertTrue(
                values(List.of(entity())).containsKey(entity().ref()),
                () -> "Nothing stands in the cell of " + entity().ref() + ".");
    }

    /** Most entities lack most fields. */
    @Test
    default void takesAnEntityThatHasNoMoreThanItMust() {
        Map<EntityRef, Value> unused = values(List.of(Bare.of(entity())));
    }

    /** The portal asks for all rows that it reads together. */
    @Test
    default void takesManyAtOnceAndTellsOfNoOthers() {
        List<Entity> many = new ArrayList<>(List.of(entity()));
        while (many.size() < CatalogColumn.MOST_ENTITIES) {
            many.add(Bare.named(entity(), "contract-" + many.size()));
        }
        List<EntityRef> refs = many.stream().map(Entity::ref).toList();
        for (EntityRef ref : values(many).keySet()) {
            assertTrue(refs.contains(ref), () -> "There is a value for " + ref + ", which was not asked for.");
        }
    }

    /** A column that remembers what it was asked shows one reader what another asked for. */
    @Test
    default void saysTheSameAgain() {
        CatalogColumn column = extension();
        TestCaller mara = TestCaller.named("Mara");
        assertEquals(
                new HashMap<>(column.values(List.of(entity()), mara)),
                new HashMap<>(column.values(List.of(entity()), mara)),
                "the second time");
    }

    private Map<EntityRef, Value> values(List<Entity> entities) {
        return extension().values(entities, TestCaller.named("Mara"));
    }
}
