package org.callboard.plugin.scorecards.held;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.callboard.api.ingest.EntityProvider;
import org.callboard.plugin.scorecards.score.Fixture;
import org.callboard.plugin.scorecards.score.ServerTables;
import org.callboard.testkit.EntityProviderContract;
import org.callboard.testkit.MemoryTables;
import org.callboard.testkit.TestProvision;
import org.junit.jupiter.api.Test;

final class HeldStandardsTest implements EntityProviderContract {

    private final HeldTexts texts = new HeldTexts(new MemoryTables());

    @Override
    public EntityProvider extension() {
        return new HeldStandards(texts);
    }

    @Test
    void givesTheLatestOfWhatIsThere() throws Exception {
        texts.add("basics", "kind: Other\nmetadata: {name: basics}", "user:default/mara");
        texts.add("basics", Fixture.STANDARD, "user:default/mara");
        texts.add("gone", Fixture.STANDARD, "user:default/mara");
        texts.add("gone", null, "user:default/mara");
        TestProvision provision = TestProvision.now();
        extension().provide(provision);
        assertEquals(1, provision.entities().size());
        assertEquals("Standard", provision.entities().get(0).text("kind").orElse(""));
        assertEquals(
                List.of(2, 1),
                texts.of("basics").stream().map(HeldTexts.Version::version).toList());
    }

    @Test
    void saysThatThereAreNone() throws Exception {
        TestProvision provision = TestProvision.now();
        extension().provide(provision);
        assertTrue(provision.isComplete());
    }

    @Test
    void aServerKeepsThemAlike() {
        HeldTexts onServer = new HeldTexts(new ServerTables());
        onServer.add("basics", Fixture.STANDARD, "user:default/mara");
        onServer.add("basics", null, "user:default/mara");
        onServer.add("other", Fixture.STANDARD, "user:default/mara");
        assertEquals(
                List.of("other"),
                onServer.all().stream().map(HeldTexts.Version::name).toList());
        assertEquals(2, onServer.of("basics").get(0).version());
    }

    @Test
    void keepsTheLastVersionsAlone() {
        for (int i = 0; i < HeldTexts.KEPT + 10; i++) {
            texts.add("basics", "v" + i, "user:default/mara");
        }
        assertEquals(HeldTexts.KEPT, texts.of("basics").size());
        assertEquals(HeldTexts.KEPT + 10, texts.of("basics").get(0).version());
    }
}
