package org.callboard.core.lifecycle;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.callboard.api.plugins.Plugins.Terms;
import org.callboard.api.plugins.Plugins.Terms.Downgrade;
import org.callboard.core.archive.Headers;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.lifecycle.InstallRules.SameVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Version;

class InstallRulesTest {

    private static final Terms CONSENT = new Terms(null, Downgrade.ALLOWED);

    @ParameterizedTest
    @CsvSource({"1.9.0,1.10.0", "0.9,1", "1.0.0.RC2,1.0.1"})
    void refusesAnEarlierVersionUnlessSomebodyAsksForIt(String version, String current) {
        RefusedException refused =
                assertThrows(RefusedException.class, () -> check(SameVersion.REFUSED, version, Terms.USUAL, current));
        String all = refused.getMessage() + refused.diagnosis().fix();
        assertTrue(all.contains("--allow-downgrade") && all.contains("?downgrade=allow"), all);
        assertDoesNotThrow(() -> check(SameVersion.REFUSED, version, CONSENT, current));
    }

    @ParameterizedTest
    @CsvSource({"1.10.0,1.9.0", "2.0.0,", "1.0.0,1.0.0.SNAPSHOT", "1.0.0.GA,1.0.0.RC2"})
    void takesALaterVersionAndAReleaseAfterItsCandidates(String version, @Nullable String current) {
        assertDoesNotThrow(() -> check(SameVersion.REFUSED, version, Terms.USUAL, current));
    }

    @ParameterizedTest
    @CsvSource({"1.0.0,1.0.0", "1.0.0.SNAPSHOT,1.0.0.SNAPSHOT"})
    void takesTheSameVersionWithOtherBytesFromDevelopersOnly(String version, String current) {
        assertThrows(RefusedException.class, () -> check(SameVersion.REFUSED, version, CONSENT, current));
        assertDoesNotThrow(() -> check(SameVersion.ACCEPTED, version, Terms.USUAL, current));
    }

    private static void check(SameVersion same, String version, Terms terms, @Nullable String current) {
        PluginArchive archive = new PluginArchive(
                Path.of("x.jar"),
                "sha256:0",
                "cost",
                Version.parseVersion(version),
                "Cost",
                null,
                Headers.of(new byte[0]));
        InstallRules.checkVersion(archive, terms, current == null ? null : Version.parseVersion(current), same);
    }
}
