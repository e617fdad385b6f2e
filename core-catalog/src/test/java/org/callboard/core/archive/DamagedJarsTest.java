package org.callboard.core.archive;

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
import java.util.Enumeration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.callboard.core.Repetitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar with random bytes changed, cut or doubled is refused, or it is the same to every reader. */
class DamagedJarsTest {

    private static final String COMPONENT = """
            <component name="one"><implementation class="%s"/></component>
            """;

    @TempDir
    private Path folder;

    @Test
    void isRefusedOrReadInOneWay() throws IOException {
        byte[] good = jar();
        Path file = folder.resolve("plugin.jar");
        PluginArchive.read(Files.write(file, good));
        int refusals = 0;
        for (int seed = 0; seed < Repetitions.of(400, 100_000); seed++) {
            Files.write(file, damaged(good, new Random(seed)));
            try {
                PluginArchive.read(file);
                assertEquals(byDirectory(file), frontToBack(file), "seed " + seed);
            } catch (RefusedException refused) {
                refusals++;
                assertFalse(refused.diagnosis().fix().isBlank(), "seed " + seed);
                assertEquals(1, refused.getMessage().lines().count(), "seed " + seed);
            }
        }
        assertTrue(refusals > 0, "No change was a damage.");
    }

    private static byte[] damaged(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int change = random.nextInt(4); change >= 0; change--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> Arrays.copyOfRange(bytes, random.nextInt(bytes.length), bytes.length);
            default -> bytes;
        };
    }

    private static byte[] jar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "cost");
        headers.putValue("Bundle-Version", "1.2.3");
        headers.putValue("Service-Component", "OSGI-INF/one.xml");
        headers.putValue("Import-Package", "org.callboard.api.ui;version=\"[0.1,1)\"");
        String type = Card.class.getName();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new JarEntry("OSGI-INF/one.xml"));
            jar.write(COMPONENT.formatted(type).getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new JarEntry(type.replace('.', '/') + ".class"));
            jar.write(DamagedJarsTest.class
                    .getResourceAsStream("DamagedJarsTest$Card.class")
                    .readAllBytes());
        }
        return bytes.toByteArray();
    }

    /** The component in the jar. */
    public static final class Card {
        /** Does nothing. */
        public Card() {}
    }

    private static Map<String, String> frontToBack(Path file) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), Arrays.toString(zip.readAllBytes()));
            }
        }
        return entries;
    }

    private static Map<String, String> byDirectory(Path file) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                entries.put(
                        entry.getName(),
                        Arrays.toString(zip.getInputStream(entry).readAllBytes()));
            }
        }
        return entries;
    }
}
