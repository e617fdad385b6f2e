package org.callboard.plugin.exampleui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.callboard.testkit.ExtensionContract;
import org.callboard.testkit.MemoryCatalog;
import org.junit.jupiter.api.Test;

final class RelationsRingTest implements ExtensionContract<RelationsRing> {

    @Override
    public RelationsRing extension() {
        return new RelationsRing();
    }

    @Test
    void isOnThePagesOfServices() {
        MemoryCatalog catalog = MemoryCatalog.of("{kind: Component, metadata: {name: shop}, spec: {type: service}}");
        assertTrue(extension().place().holds(catalog.entity("component:shop")));
    }

    @Test
    void isInTheModule() throws IOException {
        assertTrue(MainScript.elements().contains("'" + extension().element() + "': RelationsRing"));
    }
}
