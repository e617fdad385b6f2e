package org.callboard.launcher;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The libraries' classes as the JVM has them in memory (class data sharing), so that the next start maps them and reads no
 * jar. It is made once the portal has been up for a while, by a process of its own, and belongs to these jars and this JVM.
 *
 * @param list the classes of this start, which the JVM wrote down
 * @param file what the script names to the next JVM
 */
record ClassArchive(Path list, Path file) {

    private static final Duration QUIET = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** Makes it in the background, where the script asks for one. */
    static void makeLater() {
        String name = System.getProperty("callboard.classes");
        if (name == null) {
            return;
        }
        ClassArchive archive = new ClassArchive(Path.of(name + ".lst"), Path.of(name + ".jsa"));
        Thread maker = new Thread(archive::makeWhenQuiet, "class archive");
        maker.setDaemon(true);
        maker.start();
    }

    private void makeWhenQuiet() {
        try {
            Thread.sleep(Long.getLong("callboard.classes.after", QUIET.toMillis()));
            if (Files.exists(file)) {
                dropUnusable();
            } else if (Files.exists(list)) {
                make();
            }
        } catch (IOException failure) {
            System.err.println(
                    "The next start will not be faster: " + file + " can't be made: " + failure.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Another JVM than the one that it was made for does without. */
    private void dropUnusable() throws IOException {
        HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (!Boolean.parseBoolean(jvm.getVMOption("UseSharedSpaces").getValue())) {
            Files.delete(file);
        }
    }

    private void make() throws IOException, InterruptedException {
        Path part = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
        Process process = dump(part);
        try {
            if (process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0) {
                forgetOthers();
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(part);
            Files.deleteIfExists(list);
        }
    }

    private Process dump(Path part) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + list,
                "-XX:SharedArchiveFile=" + part,
                "-cp",
                System.getProperty("java.class.path"));
        return new ProcessBuilder(command)
                .directory(folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
    }

    private Path folder() {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    /** Those of jars that were here before. */
    private void forgetOthers() throws IOException {
        try (DirectoryStream<Path> others = Files.newDirectoryStream(folder(), "classes-*.jsa")) {
            for (Path other : others) {
                Files.delete(other);
            }
        }
    }
}
