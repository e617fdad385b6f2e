package org.callboard.testkit.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The portal's program on this machine, which stays as it is. */
public record UnpackedPortal(Path home) {

    /** Refuses a folder that has no portal. */
    public UnpackedPortal {
        home = home.toAbsolutePath().normalize();
        if (!Files.isExecutable(home.resolve("bin/callboard"))) {
            throw new IllegalStateException("There is no portal at " + home + ": it has no bin/callboard.");
        }
    }

    /** {@return a command of the portal's, ready to be started} */
    public ProcessBuilder command(List<String> arguments) {
        List<String> words = new ArrayList<>(arguments);
        words.add(0, home.resolve("bin/callboard").toString());
        ProcessBuilder command = new ProcessBuilder(words);
        command.environment().remove("CALLBOARD_TOKEN");
        // a test that is killed must not leave the portal behind with a supervisor
        command.environment().put("CALLBOARD_SUPERVISED", "1");
        return command;
    }

    /** Adds options of the JVM to a command. */
    public static void options(ProcessBuilder command, String more) {
        command.environment().merge("CALLBOARD_JVM", more, (before, added) -> added + " " + before);
    }

    /** Has a command do without the compiler for code that lives long, as a process of some seconds has none. */
    public static void shortLived(ProcessBuilder command) {
        options(command, "-XX:TieredStopAtLevel=1");
    }

    /** {@return settings for a portal of a developer's own; it keeps everything below the variable CALLBOARD_FOLDER} */
    public Path developmentSettings() {
        return home.resolve("system/development.yaml");
    }
}
