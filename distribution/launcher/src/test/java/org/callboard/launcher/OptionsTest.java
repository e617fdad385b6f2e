package org.callboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void leavesTheWordsBehindCatalogToTheCore() throws Options.UsageException {
        Options options = Options.parse("catalog", "validate", "--json", "a.yaml");
        assertEquals("catalog", options.command());
        assertEquals(List.of("validate", "--json", "a.yaml"), options.words());
        assertThrows(Options.UsageException.class, () -> Options.parse("start", "--json"));
    }

    @Test
    void startsWithAllPluginsUnlessItIsToBeSafe() throws Options.UsageException {
        assertEquals(Options.Extent.ALL, Options.parse("start").extent());
        assertEquals(
                Options.Extent.MANDATORY,
                Options.parse("start", "--safe", "--port", "0").extent());
    }

    @Test
    void helpsWhoeverAsksForItBehindACommand() throws Options.UsageException {
        for (String command : List.of("start", "catalog", "plugin", "docs", "backup")) {
            assertEquals("help", Options.parse(command, "--help").command(), command);
        }
        assertEquals("help", Options.parse("catalog", "validate", "--help").command());
        assertEquals("cost", Options.parse("cost", "report", "--help").command());
    }
}
