package org.callboard.core.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.PluginState;
import org.callboard.core.SetClock;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.callboard.core.supervision.PluginSlots.Standing;
import org.junit.jupiter.api.Test;

class SupervisionTest {

    private static final RevisionName COST = new RevisionName("cost", "2.0.0", "sha256:2");

    private final PluginSlots slots = new PluginSlots();
    private final List<String> done = new ArrayList<>();
    private boolean hasFormer = true;
    private RevisionName serving = COST;
    private Runnable meanwhile = () -> {};
    private final SetClock clock = new SetClock();

    private final Supervision supervision = new Supervision(
            slots,
            revision -> revision.equals(serving),
            new Supervision.Measures() {
                @Override
                public boolean goBack(RevisionName failing, Diagnosis why) {
                    done.add("back from " + failing.version() + ": " + why.cause());
                    meanwhile.run();
                    return hasFormer;
                }

                @Override
                public void quarantine(RevisionName failing, Diagnosis why) {
                    done.add("quarantine " + failing.plugin() + ": " + why.cause());
                }
            },
            Duration.ofSeconds(30),
            clock,
            Runnable::run);

    @Test
    void goesBackWhenARevisionFailsOnProbation() {
        supervision.began(COST);
        pass(Duration.ofSeconds(30));
        supervision.troubled(COST, "It hangs.");
        assertEquals(List.of("back from 2.0.0: It hangs."), done);
        assertNull(standing());
    }

    @Test
    void staysDegradedWhereThereIsNothingToGoBackTo() {
        hasFormer = false;
        supervision.began(COST);
        supervision.troubled(COST, "It hangs.");
        assertEquals(PluginState.DEGRADED, state());
    }

    @Test
    void leavesAloneWhatSomebodyEndsBeforeItGoesBack() {
        hasFormer = false;
        meanwhile = () -> serving = new RevisionName("other", "1.0.0", "sha256:1");
        supervision.began(COST);
        supervision.troubled(COST, "It hangs.");
        assertNull(standing());
    }

    @Test
    void doesNotGoBackAfterProbation() {
        supervision.began(COST);
        pass(Duration.ofSeconds(31));
        supervision.troubled(COST, "It hangs.");
        assertEquals(List.of(), done);
        assertEquals(PluginState.DEGRADED, state());
    }

    @Test
    void isWellAgainWhenTheRevisionWorksAgain() {
        supervision.troubled(COST, "It hangs.");
        supervision.recovered(COST);
        assertNull(standing());
    }

    @Test
    void putsAPluginInQuarantineAtTheThirdTimeWithinAnHour() {
        supervision.troubled(COST, "first");
        pass(Duration.ofMinutes(20));
        supervision.troubled(COST, "second");
        pass(Duration.ofMinutes(20));
        supervision.troubled(COST, "third");
        assertEquals(List.of("quarantine cost: third"), done);
    }

    @Test
    void forgetsTroublesOfLongAgo() {
        supervision.troubled(COST, "first");
        pass(Duration.ofMinutes(61));
        supervision.troubled(COST, "second");
        supervision.troubled(COST, "third");
        assertEquals(List.of(), done);
    }

    @Test
    void neverPutsAMandatoryPluginInQuarantine() {
        RevisionName shell = new RevisionName("web-shell", "1.0.0", "sha256:1");
        serving = shell;
        for (int time = 0; time < 10; time++) {
            supervision.troubled(shell, "It hangs.");
        }
        assertEquals(List.of(), done);
        Standing standing = slots.of("web-shell").standing();
        assertNotNull(standing);
        assertEquals(PluginState.DEGRADED, standing.state());
    }

    @Test
    void caresNotForARevisionThatServesNoLonger() {
        supervision.began(COST);
        serving = new RevisionName("cost", "1.0.0", "sha256:1");
        supervision.troubled(COST, "It hangs.");
        assertTrue(done.isEmpty());
        assertNull(standing());
    }

    private void pass(Duration time) {
        clock.pass(time);
    }

    private PluginState state() {
        Standing standing = standing();
        assertNotNull(standing);
        return standing.state();
    }

    private Standing standing() {
        return slots.of("cost").standing();
    }
}
