package org.callboard.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.callboard.testkit.run.Requirements;

/**
 * A machine with a JDK, Maven and the zip, on which the script first-plugin.sh went from nothing to a plugin's page.
 *
 * @param out what the script printed
 */
record BareMachine(Path folder, String out, int exitCode) {

    private static final Path SCRIPT = Path.of("src/test/bare/first-plugin.sh");
    private static final Duration PATIENCE = Duration.ofMinutes(9);

    static BareMachine from(Path folder) {
        Requirements.present(Files.isExecutable(MavenProcess.command()), "There is no Maven to build plugins with.");
        Path out = folder.resolve("first-plugin.out");
        ProcessBuilder script = new ProcessBuilder(
                        "sh",
                        SCRIPT.toString(),
                        Distribution.home().resolveSibling("callboard.zip").toString(),
                        folder.resolve("bare").toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        Map<String, String> environment = script.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.merge("PATH", MavenProcess.command().getParent().toString(), (path, maven) -> maven + ":" + path);
        try {
            BareMachine machine = new BareMachine(
                            folder.resolve("bare"), "", Distribution.exitCode(script.start(), PATIENCE))
                    .having(Files.readString(out));
            Requirements.present(
                    machine.exitCode() == 0 || !MavenProcess.Built.isUnreachable(machine.out()),
                    "Maven reaches no repository of what others have published.");
            return machine;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private BareMachine having(String written) {
        return new BareMachine(folder, written, exitCode);
    }

    /** {@return Maven's local repository, with all that a plugin's build needs} */
    Path repository() {
        return folder.resolve("home/.m2/repository");
    }
}
