package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars are checked by the command line, as CI does it, while no portal runs. */
class VerifyJourney {

    @TempDir
    private Path folder;

    private String file(String name, byte[] content) {
        return PortalFolder.write(folder.resolve(name), content).toString();
    }

    private static Distribution.Ended verify(String... files) {
        List<String> line = new ArrayList<>(List.of("plugin", "verify"));
        line.addAll(List.of(files));
        return Distribution.run(Map.of(), line.toArray(String[]::new));
    }

    @Test
    void saysWhatAPluginNeedsAddsAndAsksFor() {
        Distribution.Ended ended = verify(file("good.jar", Plugins.rest("good", "1.0.0")));
        assertEquals(0, ended.exitCode(), () -> ended.out() + ended.errors());
        assertEquals("", ended.errors());
        assertTrue(
                ended.out()
                        .startsWith("good 1.0.0 of group:default/portal\n  runs on plugin API from 0.1 to below 1\n"),
                ended::out);
        assertTrue(ended.out().contains("\n  needs   jakarta.ws.rs from 3.1 to below 4\n"), ended::out);
        assertTrue(ended.out().contains("\n  adds    rest.resource words\n"), ended::out);
        assertTrue(ended.out().contains("\n  asks    permission portal.use\n"), ended::out);
        assertTrue(ended.out().endsWith("\nThis version of the portal would take it.\n"), ended::out);
    }

    @Test
    void knowsThePointsOfPluginsThatAreNamedBesideIt() {
        String bills = file("bills.jar", CostJourney.bills());
        Distribution.Ended alone = verify(bills);
        assertEquals(7, alone.exitCode(), alone::out);
        assertTrue(alone.out().contains("org.callboard.plugin.examplecost.api"), alone::out);
        Distribution.Ended both =
                verify(bills, PortalFolder.shipped("example-cost").toString());
        assertEquals(0, both.exitCode(), both::out);
        assertTrue(both.out().contains("\n  adds    example-cost.source "), both::out);
    }

    @Test
    void takesTheShippedPlugins() {
        Path plugins = Distribution.home().resolve("system/plugins");
        Distribution.Ended ended = verify(
                plugins.resolve("catalog-api.jar").toString(),
                plugins.resolve("web-shell.jar").toString());
        assertEquals(0, ended.exitCode(), () -> ended.out() + ended.errors());
    }

    @Test
    void refusesInTheWordsOfThePortal() {
        Distribution.Ended rubbish = verify(file("bad.jar", PluginJar.bytes("no jar at all")));
        assertEquals(7, rubbish.exitCode(), rubbish::out);
        assertTrue(rubbish.out().contains("not a jar"), rubbish::out);
        byte[] later = PluginJar.of("later", "1.0.0")
                .with("Words", "@Component @Path(\"/\") public final class Words implements RestResource {}")
                .header("Import-Package", "org.callboard.api.web;version=\"[9,10)\",*")
                .build();
        Distribution.Ended refused = verify(file("later.jar", later));
        assertEquals(7, refused.exitCode(), refused::out);
        assertTrue(refused.out().contains("It was built for plugin API 9"), refused::out);
        assertFalse((refused.out() + refused.errors()).contains("Exception"), refused::out);
    }

    @Test
    void tellsAMissingFileFromABadOne() {
        Distribution.Ended missing = verify(folder.resolve("none.jar").toString());
        assertEquals(6, missing.exitCode(), missing::errors);
        assertEquals(2, verify().exitCode());
    }
}
