package org.callboard.plugin.exampleui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.callboard.testkit.ExtensionContract;
import org.junit.jupiter.api.Test;

final class KindsPageTest implements ExtensionContract<KindsPage> {

    @Override
    public KindsPage extension() {
        return new KindsPage();
    }

    @Test
    void isThePluginsFrontPage() {
        assertEquals("", extension().place().path());
    }

    @Test
    void isInTheModule() throws IOException {
        assertTrue(MainScript.elements().contains("'" + extension().element() + "': KindsPage"));
    }
}
