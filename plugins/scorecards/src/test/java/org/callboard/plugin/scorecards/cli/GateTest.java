package org.callboard.plugin.scorecards.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.callboard.api.cli.CliAnswer;
import org.callboard.api.cli.CliCommand;
import org.callboard.api.cli.CliRequest;
import org.callboard.api.problem.PortalException;
import org.callboard.api.ui.Values;
import org.callboard.plugin.scorecards.score.Fixture;
import org.callboard.testkit.CliCommandContract;
import org.callboard.testkit.TestCaller;
import org.junit.jupiter.api.Test;

final class GateTest implements CliCommandContract {

    private final Fixture fixture = new Fixture().computed();

    @Override
    public CliCommand extension() {
        return new Gate(fixture.catalog, fixture.scoring);
    }

    @Override
    public CliRequest request() {
        return typed(Map.of("entity", List.of("ledger")));
    }

    private static CliRequest typed(Map<String, List<String>> values) {
        return new CliRequest(TestCaller.named("Mara"), new Values(values), "");
    }

    @Test
    void opensWhereTheLevelIsReached() {
        CliAnswer answer = extension()
                .run(typed(Map.of("entity", List.of("ledger"), "track", List.of("main"), "level", List.of("silver"))));
        assertEquals(0, answer.exitCode());
    }

    @Test
    void saysWhatIsMissingAndEndsWithOne() {
        CliAnswer answer = extension().run(typed(Map.of("entity", List.of("orphan"), "level", List.of("bronze"))));
        assertEquals(1, answer.exitCode());
        String text = ((CliAnswer.Text) answer.output()).text();
        assertTrue(text.contains("has not reached Bronze of Main:\n  owner: failed."), text);
        assertTrue(text.contains("Set spec.owner."), text);
    }

    @Test
    void doesNotOpenForALevelThatIsNotThere() {
        CliRequest wrong = typed(Map.of("entity", List.of("ledger"), "level", List.of("platinum")));
        assertThrows(PortalException.class, () -> extension().run(wrong));
        CliRequest nobody = typed(Map.of("entity", List.of("nobody")));
        assertThrows(PortalException.class, () -> extension().run(nobody));
    }
}
