package org.callboard.core.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.callboard.core.db.Database;
import org.callboard.core.db.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a restore is given and must not take: it says so in one sentence and touches nothing. */
class DamagedBackupIT {

    private static final String MANIFEST = "manifest.json";

    @TempDir
    private Path root;

    private BackupStage stage;

    @BeforeEach
    void makesABackup() throws IOException {
        stage = new BackupStage(root, TestDatabase.H2, TestDatabase.H2);
        try (Database database = stage.open()) {
            stage.back(database);
        }
    }

    private void refused(String words) throws IOException {
        BackupStage.Ended ended = stage.restore();
        assertEquals(6, ended.code(), ended::out);
        assertTrue(ended.errors().contains(words), ended.errors());
        assertEquals(1, ended.errors().lines().count(), ended.errors());
        assertFalse(Files.exists(stage.storage()), "The storage is not touched.");
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(stage.file())))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private void write(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        Files.write(stage.file(), bytes.toByteArray());
    }

    private void rewrite(String from, String to) throws IOException {
        Map<String, byte[]> files = files();
        String manifest = new String(files.get(MANIFEST), StandardCharsets.UTF_8);
        assertTrue(manifest.contains(from), manifest);
        files.put(MANIFEST, manifest.replace(from, to).getBytes(StandardCharsets.UTF_8));
        write(files);
    }

    @ParameterizedTest(name = "cut off at {0} percent")
    @ValueSource(ints = {0, 1, 50, 99})
    void aBackupThatWasCutOff(int percent) throws IOException {
        byte[] whole = Files.readAllBytes(stage.file());
        Files.write(stage.file(), Arrays.copyOf(whole, whole.length * percent / 100));
        refused("can't be read as a zip");
    }

    @Test
    void aFileThatIsNoZip() throws IOException {
        Files.writeString(stage.file(), "no zip at all");
        refused("can't be read as a zip");
    }

    @Test
    void noFile() throws IOException {
        Files.delete(stage.file());
        refused("There is no file");
    }

    @Test
    void anyOtherZip() throws IOException {
        write(Map.of("readme.txt", new byte[] {1}));
        refused("it lacks manifest.json");
    }

    @Test
    void eachFileInTurnThatIsNotWhatWasWritten() throws IOException {
        Map<String, byte[]> whole = files();
        for (String name : whole.keySet()) {
            if (!name.equals(MANIFEST)) {
                Map<String, byte[]> changed = new LinkedHashMap<>(whole);
                byte[] bytes = whole.get(name).clone();
                bytes[bytes.length - 1] ^= 1;
                changed.put(name, bytes);
                write(changed);
                refused(name + " is not what was written");
                changed.remove(name);
                write(changed);
                refused("its manifest names");
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"../../evil", "/etc/evil", "C:\\evil", "configuration/../../evil", "tables/x/../../../evil"})
    void aFileThatWouldLieElsewhere(String name) throws IOException {
        Map<String, byte[]> files = files();
        files.put(name, files.remove("token"));
        write(files);
        rewrite("\"token\"", "\"" + name.replace("\\", "\\\\") + "\"");
        refused("it holds a file that no backup has");
    }

    @Test
    void aFileThatTheManifestDoesNotName() throws IOException {
        Map<String, byte[]> files = files();
        files.put("configuration/9-more.yaml", new byte[0]);
        write(files);
        refused("its manifest names");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"format\":1    | \"format\":2    | is written in format 2, and this version reads 1",
                "\"format\":1    | \"formal\":1    | is written in format -1",
                "\"migration\":  | \"migration\":9 | belongs to another Callboard",
                "\"size\":       | \"size\":1      | is not what was written",
                "{               | [               | This is no JSON",
            })
    void aManifestOfAnotherVersionOrNone(String from, String to, String words) throws IOException {
        rewrite(from, to);
        refused(words);
    }
}
