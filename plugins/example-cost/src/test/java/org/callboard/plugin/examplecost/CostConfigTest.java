package org.callboard.plugin.examplecost;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.callboard.api.config.Setting;
import org.junit.jupiter.api.Test;

final class CostConfigTest {

    @Test
    void canDoWithoutAnythingSet() {
        assertTrue(Arrays.stream(CostConfig.class.getRecordComponents())
                .map(component -> component.getAnnotation(Setting.class))
                .allMatch(setting -> setting.fallback().length == 1));
    }

    @Test
    void refusesWhatCantBeShown() {
        assertThrows(IllegalArgumentException.class, () -> new CostConfig("euros", 90, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new CostConfig("EUR", 29, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new CostConfig("EUR", 401, List.of()));
    }
}
