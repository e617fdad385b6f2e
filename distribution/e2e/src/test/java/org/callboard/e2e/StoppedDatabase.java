package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The database of a portal that does not run, looked into by the tools of the product's own database. */
record StoppedDatabase(PortalFolder folder) {

    /** How many jars no plugin has, and how many revisions no jar. */
    static final String ORPHANS = "select (select count(*) from plugin_jar where"
            + " digest not in (select digest from plugin) and digest not in (select digest from plugin_former))"
            + " + (select count(*) from plugin where digest not in (select digest from plugin_jar))"
            + " + (select count(*) from plugin_former where digest not in (select digest from plugin_jar))";

    /** Runs a statement. {@return what the tool printed} */
    String run(String sql) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Distribution.home().resolve("system/lib") + "/*",
                "org.h2.tools.Shell",
                "-url",
                "jdbc:h2:async:" + folder.storage().resolve("database/callboard"),
                "-user",
                "sa",
                "-password",
                "",
                "-sql",
                sql);
        try {
            Process shell =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(shell.waitFor(30, TimeUnit.SECONDS));
            assertEquals(0, shell.exitValue(), said);
            return said;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** {@return the one value of the first row, as the tool prints it under the name of its column} */
    String value(String sql) {
        return run(sql).lines().skip(1).findFirst().orElse("").strip();
    }
}
