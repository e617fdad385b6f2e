package org.callboard.plugin.scorecards.standard;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StandardTextTest {

    @Test
    void readsWhatTheCatalogWouldRead() {
        StandardText text = StandardText.read(StandardReaderTest.GOOD);
        assertEquals(List.of(), text.slips());
        assertTrue(text.standard() != null);
    }

    @Test
    void namesLineAndColumn() {
        StandardText text = StandardText.read(StandardReaderTest.GOOD.replace("severity: high", "severity: huge"));
        StandardText.Slip slip = text.slips().get(0);
        assertEquals(10, slip.line());
        assertEquals(17, slip.column());
    }

    @Test
    void asksForTheKind() {
        StandardText text = StandardText.read(StandardReaderTest.GOOD.replace("kind: Standard", "kind: Component"));
        assertEquals(2, text.slips().get(0).line());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "- a",
                "text",
                "a: [",
                "a: b\n---\nc: d\n",
                "spec: &a [*a]",
                "!!javax.script.ScriptEngineManager [!!java.net.URL ['http://127.0.0.1']]",
                "a: 1\na: 2",
                "\u0000",
            })
    void survivesWhatIsNoStandard(String text) {
        assertFalse(StandardText.read(text).slips().isEmpty());
    }

    @Test
    void survivesALaughOfABillion() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String before = "*a" + (i - 1);
            text.append("a" + i + ": &a" + i + " [" + (before + ", ").repeat(8) + before + "]\n");
        }
        assertTimeout(
                ofSeconds(5),
                () -> assertTrue(StandardText.read(text.toString())
                        .slips()
                        .get(0)
                        .message()
                        .contains("aliases")));
    }

    @Test
    void survivesDepthAndLength() {
        assertFalse(StandardText.read("[".repeat(100_000)).slips().isEmpty());
        assertTrue(
                StandardText.read("#".repeat(300_000)).slips().get(0).message().contains("256 KiB"));
    }
}
