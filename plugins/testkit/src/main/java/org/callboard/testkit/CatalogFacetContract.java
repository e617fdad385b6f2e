package org.callboard.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.callboard.api.ui.CatalogFacet;
import org.junit.jupiter.api.Test;

/** What every facet of the catalog keeps to. */
public interface CatalogFacetContract extends ExtensionContract<CatalogFacet> {

    /** It is the path of a field that addresses can carry. */
    @Test
    default void namesAField() {
        String path = extension().path();
        assertTrue(path.matches("[^\\s=,]+[.][^\\s=,]+"), () -> "The path is '" + path + "'.");
    }

    /** Links to a narrowed catalog hold it. */
    @Test
    default void namesTheSameFieldAgain() {
        assertEquals(extension().path(), extension().path());
    }
}
