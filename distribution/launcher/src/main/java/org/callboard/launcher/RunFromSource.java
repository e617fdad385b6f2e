package org.callboard.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a command within the JVM of Maven, which ends only after the command's process has: an interrupt at the terminal
 * reaches both, and the portal takes a moment to stop.
 */
public final class RunFromSource {

    private RunFromSource() {}

    /** Runs {@code bin/callboard} of the folder that is the first argument, with the others. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.set(0, Path.of(arguments[0], "bin", "callboard").toString());
        Process portal = new ProcessBuilder(command).inheritIO().start();
        Thread stop = new Thread(() -> stop(portal), "stop-portal");
        Runtime.getRuntime().addShutdownHook(stop);
        int code = portal.waitFor();
        if (code != 0) {
            throw new IOException("The portal ended with exit code " + code + "; it says why above.");
        }
    }

    private static void stop(Process portal) {
        portal.destroy();
        try {
            portal.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
