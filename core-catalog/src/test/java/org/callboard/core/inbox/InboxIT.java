package org.callboard.core.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.entity.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real folder, looked at by hand with a clock of the test's; what is installed is written down. */
class InboxIT {

    @TempDir
    private Path root;

    private Path folder;
    private Path work;
    private Inbox inbox;
    private long now;
    private RuntimeException answer;
    private final List<String> installed = new ArrayList<>();
    private final Deque<Runnable> installs = new ArrayDeque<>();
    private boolean isSlow;

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectory(root.resolve("inbox"));
        work = Files.createDirectory(root.resolve("work"));
        inbox = new Inbox(folder, work, this::install, task -> {
            if (isSlow) {
                installs.add(task);
            } else {
                task.run();
            }
        });
    }

    private void install(Path jar) {
        try {
            installed.add(Sha256.hex(Files.readAllBytes(jar)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (answer != null) {
            throw answer;
        }
    }

    static byte[] jar(String id, String version) {
        return jar(id, version, new byte[0]);
    }

    private static byte[] jar(String id, String version, byte[] more) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", id);
        manifest.getMainAttributes().putValue("Bundle-Version", version);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new JarEntry("content.txt"));
            jar.write((id + version).repeat(200).getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new JarEntry("more.bin"));
            jar.write(more);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private Path put(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private void lookAfter(Duration time) {
        now += time.toNanos();
        inbox.look(now);
    }

    private void look() {
        lookAfter(Duration.ofMillis(200));
    }

    private void lookLongEnough() {
        for (int look = 0; look < 5; look++) {
            look();
        }
    }

    private void lookUntilPatienceIsOver() {
        lookLongEnough();
        lookAfter(Inbox.PATIENCE);
        look();
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private String reason(String name) throws IOException {
        String text = Files.readString(folder.resolve(name + ".refused.txt"));
        assertTrue(text.lines().count() <= 5, text);
        return text;
    }

    private void assertWorkIsEmpty() throws IOException {
        try (Stream<Path> left = Files.list(work)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void takesACompleteJarOnceItHasSettled() throws IOException {
        byte[] jar = jar("cost", "1.0.0");
        put("cost.jar", jar);
        look();
        assertEquals(List.of(), installed);
        lookLongEnough();
        assertEquals(List.of(Sha256.hex(jar)), installed);
        assertEquals(Set.of(), names());
        assertWorkIsEmpty();
    }

    @Test
    void waitsForACopyThatTakesItsTime() throws IOException {
        byte[] jar = jar("cost", "1.0.0");
        for (int end = 0; end < jar.length; end += 50) {
            put("cost.jar", Arrays.copyOf(jar, end));
            lookAfter(Duration.ofSeconds(3));
            lookAfter(Duration.ofSeconds(3));
        }
        assertEquals(List.of(), installed);
        put("cost.jar", jar);
        lookLongEnough();
        assertEquals(List.of(Sha256.hex(jar)), installed);
        assertEquals(Set.of(), names());
    }

    @Test
    void takesNoJarThatIsStillTouched() throws IOException {
        Path jar = put("cost.jar", jar("cost", "1.0.0"));
        for (int touch = 0; touch < 20; touch++) {
            Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000 + touch));
            look();
        }
        assertEquals(List.of(), installed);
        lookLongEnough();
        assertEquals(1, installed.size());
    }

    @Test
    void putsWhatStaysCutOffAsideWithTheReason() throws IOException {
        byte[] jar = jar("cost", "1.0.0");
        put("cost.jar", Arrays.copyOf(jar, jar.length / 2));
        lookLongEnough();
        assertEquals(Set.of("cost.jar"), names());
        lookUntilPatienceIsOver();
        assertEquals(Set.of("cost.jar.refused", "cost.jar.refused.txt"), names());
        assertTrue(reason("cost.jar").contains("can't be read as a jar"), reason("cost.jar"));
        assertEquals(List.of(), installed);
        assertWorkIsEmpty();
    }

    @Test
    void takesACopyThatStalledForTooLongWhenItGoesOnAfterAll() throws IOException {
        byte[] jar = jar("cost", "1.0.0");
        put("cost.jar", Arrays.copyOf(jar, 100));
        lookUntilPatienceIsOver();
        // who writes has the file open and does not see its new name
        try (var out = Files.newOutputStream(folder.resolve("cost.jar.refused"), StandardOpenOption.APPEND)) {
            out.write(jar, 100, jar.length - 100);
        }
        look();
        lookLongEnough();
        assertEquals(List.of(Sha256.hex(jar)), installed);
        assertEquals(Set.of(), names());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 500, 2_000})
    void takesNoJarWhoseBytesAreNotThoseThatWerePacked(int broken) throws IOException {
        byte[] content = new byte[4_000];
        new Random(5).nextBytes(content);
        byte[] jar = jar("cost", "1.0.0", content);
        jar[jar.length / 2 + broken / 2] ^= 0x40;
        put("cost.jar", jar);
        lookUntilPatienceIsOver();
        assertEquals(List.of(), installed);
        assertEquals(Set.of("cost.jar.refused", "cost.jar.refused.txt"), names());
    }

    @Test
    void takesNoJarThatIsCutOffWithinAJarThatItHolds() throws IOException {
        byte[] inner = jar("library", "9.0.0");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream outer = new JarOutputStream(bytes)) {
            JarEntry entry = new JarEntry("lib/library.jar");
            entry.setMethod(JarEntry.STORED);
            entry.setSize(inner.length);
            CRC32 sum = new CRC32();
            sum.update(inner);
            entry.setCrc(sum.getValue());
            outer.putNextEntry(entry);
            outer.write(inner);
        }
        byte[] all = bytes.toByteArray();
        int start = new String(all, StandardCharsets.ISO_8859_1).indexOf("library.jar") + "library.jar".length();
        put("cost.jar", Arrays.copyOf(all, start + inner.length));
        lookUntilPatienceIsOver();
        assertEquals(List.of(), installed);
        assertEquals(Set.of("cost.jar.refused", "cost.jar.refused.txt"), names());
    }

    @Test
    void installsTheNewFileAndNotTheOldOneThatItReplaced() throws IOException {
        byte[] second = jar("cost", "2.0.0");
        put("cost.jar", jar("cost", "1.0.0"));
        look();
        Path elsewhere = Files.write(root.resolve("part"), second);
        Files.move(elsewhere, folder.resolve("cost.jar"), StandardCopyOption.REPLACE_EXISTING);
        lookLongEnough();
        assertEquals(List.of(Sha256.hex(second)), installed);
    }

    @Test
    void keepsAFileThatWasReplacedWhileTheFormerOneWasInstalled() throws IOException {
        byte[] first = jar("cost", "1.0.0");
        byte[] second = jar("cost", "2.0.0");
        isSlow = true;
        put("cost.jar", first);
        lookLongEnough();
        put("cost.jar", second);
        lookLongEnough();
        assertEquals(1, installs.size(), "a plugin's jars are installed one after another");
        installs.remove().run();
        lookLongEnough();
        assertEquals(Set.of("cost.jar"), names());
        installs.remove().run();
        look();
        assertEquals(List.of(Sha256.hex(first), Sha256.hex(second)), installed);
        assertEquals(Set.of(), names());
    }

    @Test
    void refusesNoFileThatReplacedTheOneThatWasRefused() throws IOException {
        isSlow = true;
        put("cost.jar", jar("cost", "1.0.0"));
        lookLongEnough();
        put("cost.jar", jar("cost", "2.0.0"));
        answer = new RefusedException(new Diagnosis("No.", "It is bad.", "Mend it."));
        installs.remove().run();
        answer = null;
        isSlow = false;
        lookLongEnough();
        assertEquals(2, installed.size());
        assertEquals(Set.of(), names());
    }

    @Test
    void writesDownWhyAJarWasRefusedInFewLines() throws IOException {
        answer = new RefusedException(new Diagnosis("No.", "It is\nbad\n\n\nin\nmany\nlines.", "Mend it."));
        put("cost.jar", jar("cost", "1.0.0"));
        put("cost.jar.refused", new byte[3]);
        lookLongEnough();
        assertEquals(Set.of("cost.jar.refused", "cost.jar.refused.txt"), names());
        assertEquals("No.\nIt is bad in many lines.\nMend it.\n", reason("cost.jar"));
        assertEquals(1, installed.size());
    }

    @Test
    void refusesWhatTheConfigurationDecidesAbout() throws IOException {
        answer = new PortalException(ProblemKind.CONFLICT, "It is declared.", "Change the declaration.");
        put("cost.jar", jar("cost", "1.0.0"));
        lookLongEnough();
        assertTrue(reason("cost.jar").contains("Change the declaration."));
    }

    @Test
    void triesAgainWhatTheJarCannotBeBlamedFor() throws IOException {
        answer = new IllegalStateException("The database is away.");
        put("cost.jar", jar("cost", "1.0.0"));
        lookLongEnough();
        assertEquals(Set.of("cost.jar"), names());
        answer = null;
        lookAfter(Duration.ofSeconds(10));
        look();
        assertEquals(2, installed.size());
        assertEquals(Set.of(), names());
    }

    @Test
    void installsOneJarUnderTwoNamesOneAfterTheOther() throws IOException {
        isSlow = true;
        put("a.jar", jar("cost", "1.0.0"));
        put("b.jar", jar("cost", "1.0.0"));
        lookLongEnough();
        assertEquals(1, installs.size());
        installs.remove().run();
        lookLongEnough();
        installs.remove().run();
        look();
        assertEquals(Set.of(), names());
        assertEquals(2, installed.size());
    }

    @Test
    void letsNoJarThatTakesItsTimeHoldUpTheOthers() throws IOException {
        isSlow = true;
        put("hangs.jar", jar("hangs", "1.0.0"));
        lookLongEnough();
        Runnable hanging = installs.remove();
        for (int number = 0; number < 300; number++) {
            put("good-" + number + ".jar", jar("good-" + number, "1.0.0"));
        }
        lookLongEnough();
        while (!installs.isEmpty()) {
            assertTrue(installs.size() <= Inbox.MOST_AT_ONCE);
            installs.remove().run();
            look();
        }
        assertEquals(300, installed.size());
        assertEquals(300, new TreeSet<>(installed).size());
        assertEquals(Set.of("hangs.jar"), names());
        hanging.run();
        look();
        assertEquals(Set.of(), names());
        assertWorkIsEmpty();
    }

    @Test
    void touchesNothingBehindALinkAndPutsFoldersAside() throws IOException {
        Path outside = Files.write(root.resolve("outside.jar"), jar("cost", "1.0.0"));
        Files.createSymbolicLink(folder.resolve("link.jar"), outside);
        Files.createSymbolicLink(folder.resolve("nowhere.jar"), root.resolve("nowhere"));
        put("folder.tmp", new byte[0]);
        Files.createDirectories(folder.resolve("exploded.jar/META-INF"));
        lookUntilPatienceIsOver();
        assertEquals(List.of(), installed);
        assertTrue(Files.exists(outside));
        assertTrue(reason("link.jar").contains("link"), reason("link.jar"));
        assertTrue(reason("nowhere.jar").contains("link"), reason("nowhere.jar"));
        assertTrue(reason("exploded.jar").contains("folder"), reason("exploded.jar"));
        assertTrue(Files.isDirectory(folder.resolve("exploded.jar.refused/META-INF")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"with blank.jar", "line\nbreak.jar", "ümläut-日本.jar", "*?[x].jar", "-rf.jar", "a.jar.jar"})
    void takesJarsWhateverTheyAreCalled(String name) throws IOException {
        put(name, jar("cost", "1.0.0"));
        put("broken " + name, new byte[7]);
        lookUntilPatienceIsOver();
        assertEquals(1, installed.size());
        assertEquals(Set.of("broken " + name + ".refused", "broken " + name + ".refused.txt"), names());
    }

    @Test
    void doesNotInstallAgainWhatItCannotDelete() throws IOException {
        put("cost.jar", jar("cost", "1.0.0"));
        Path inTheWay = Files.createDirectories(folder.resolve(".cost.jar.taken/full"));
        lookUntilPatienceIsOver();
        assertEquals(1, installed.size());
        assertTrue(names().contains("cost.jar"));
        Files.delete(inTheWay);
        Files.delete(folder.resolve(".cost.jar.taken"));
        look();
        assertEquals(1, installed.size());
        assertFalse(names().contains("cost.jar"));
    }

    @Test
    void looksOnWhenTheFolderGoesAndComesAgain() throws IOException {
        Files.delete(folder);
        lookLongEnough();
        Files.createDirectory(folder);
        put("cost.jar", jar("cost", "1.0.0"));
        lookLongEnough();
        assertEquals(1, installed.size());
    }

    @Test
    void putsBackWhatAKilledPortalWasAboutToDelete() throws IOException {
        put(".cost.jar.taken", jar("cost", "1.0.0"));
        inbox.recover();
        assertEquals(Set.of("cost.jar"), names());
        lookLongEnough();
        assertEquals(1, installed.size());
        assertEquals(Set.of(), names());
    }
}
