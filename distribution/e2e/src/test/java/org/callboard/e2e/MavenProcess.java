package org.callboard.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The Maven that runs this build, in a process of its own and with a local repository of its own.
 *
 * @param folder of the project
 * @param repository the local repository
 */
record MavenProcess(Path folder, Path repository, Map<String, String> environment) {

    private static final Duration PATIENCE = Duration.ofMinutes(9);
    private static final Pattern UNREACHABLE =
            Pattern.compile("Could not transfer (artifact|metadata) \\S+ from/to (?!callboard )|Unknown host");

    /** What a build left behind. */
    record Built(int exitCode, String out) {

        boolean isUnreachable() {
            return exitCode != 0 && isUnreachable(out);
        }

        static boolean isUnreachable(String out) {
            return UNREACHABLE.matcher(out).find();
        }
    }

    MavenProcess {
        environment = Map.copyOf(environment);
    }

    /** {@return the same with one more variable in its environment} */
    MavenProcess with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new MavenProcess(folder, repository, more);
    }

    static Path command() {
        return Path.of(System.getProperty("maven.home", "/usr/share/maven"), "bin", "mvn");
    }

    Built run(String... words) {
        try {
            Path out = Files.createTempFile(Path.of(System.getProperty("logs", "target")), "maven", ".out");
            return new Built(Distribution.exitCode(start(out, words), PATIENCE), Files.readString(out));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Begins what goes on until it is told to end. */
    Process start(Path out, String... words) throws IOException {
        List<String> line = new ArrayList<>(
                List.of(command().toString(), "-B", "-Dstyle.color=never", "-Dmaven.repo.local=" + repository));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_") || name.startsWith("CALLBOARD_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
