package org.callboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to start what the portal is compared with: by the JVM that runs this, with the options that the portal runs with. */
final class BareCommand {

    private BareCommand() {}

    /** {@return the command that runs a class} */
    static List<String> of(Settings settings, Class<?> main, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String option : Files.readAllLines(settings.home().resolve("conf").resolve("jvm.options"))) {
            if (option.startsWith("-")) {
                command.add(option.trim());
            }
        }
        // the class path has Logback too, which logs each step of Jetty's where nobody configures it
        command.add("-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }
}
