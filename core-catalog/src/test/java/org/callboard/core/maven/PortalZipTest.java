package org.callboard.core.maven;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortalZipTest {

    @TempDir
    private Path home;

    @BeforeEach
    void unpack() throws IOException {
        write("bin/callboard", "#!/bin/sh");
        write("system/lib/a.jar", "a");
        write("conf/jvm.options", "# comment\n-Xmx256m\n-Dtoken=secret\n--add-opens=x\n");
        write("conf/callboard.yaml", "storage: {password: secret}");
        write("data/admin.token", "secret");
        write("plugins/other.jar", "secret");
    }

    @Test
    void holdsTheProgramAndNothingThatIsItsOperators() throws IOException {
        assertEquals(
                Map.of(
                        "bin/callboard", "#!/bin/sh",
                        "system/lib/a.jar", "a",
                        "conf/jvm.options", "-Xmx256m\n--add-opens=x\n"),
                entries(zip()));
    }

    @Test
    void isTheSameUntilTheProgramChanges() throws IOException {
        PortalZip before = new PortalZip(home);
        String tag = before.tag();
        assertArrayEquals(zip(), zip());
        write("data/more", "more");
        assertEquals(tag, before.tag());
        write("system/lib/b.jar", "b");
        assertNotEquals(tag, before.tag());
    }

    @Test
    void hasTheLengthThatItSays() throws IOException {
        PortalZip zip = new PortalZip(home);
        assertEquals(zip().length, zip.length());
        write("system/lib/b.jar", "b");
        assertEquals(zip().length, zip.length());
    }

    @Test
    void isAnotherOneWhereOnlyTheContentIsAnother() throws IOException {
        String tag = new PortalZip(home).tag();
        Path jar = home.resolve("system/lib/a.jar");
        FileTime written = Files.getLastModifiedTime(jar);
        write("system/lib/a.jar", "b");
        Files.setLastModifiedTime(jar, written);
        assertNotEquals(tag, new PortalZip(home).tag());
    }

    private byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PortalZip(home).writeTo(out);
        return out.toByteArray();
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Map<String, String> entries(byte[] bytes) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
