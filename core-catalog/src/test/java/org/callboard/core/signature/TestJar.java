package org.callboard.core.signature;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Jars, and what may be done to them. */
public final class TestJar {

    static final String MANIFEST = "META-INF/MANIFEST.MF";

    private TestJar() {}

    /** {@return a plugin's jar} */
    public static byte[] plugin(String id, String version, String owner) {
        String manifest = """
                Manifest-Version: 1.0
                Bundle-ManifestVersion: 2
                Bundle-SymbolicName: %s
                Bundle-Version: %s
                Callboard-Owner: %s

                """.formatted(id, version, owner);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(MANIFEST, bytes(manifest));
        entries.put("ui/", new byte[0]);
        entries.put("ui/First.js", bytes("first"));
        entries.put("ui/Second.js", bytes("second"));
        entries.put("META-INF/services/a.First", bytes("a.Second"));
        entries.put("META-INF/versions/9/ui/First.js", bytes("first for later"));
        return of(entries);
    }

    static byte[] of(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    /** {@return the jar after something was done to its entries} */
    public static byte[] changed(byte[] jar, Consumer<Map<String, byte[]>> change) {
        Map<String, byte[]> entries = entries(jar);
        change.accept(entries);
        return of(entries);
    }

    static Map<String, byte[]> entries(byte[] jar) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return entries;
    }

    /** {@return the jar whose directory says of an entry that it is this long} */
    static byte[] withLength(byte[] jar, String name, int length) {
        byte[] copy = jar.clone();
        ByteBuffer directory = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
        byte[] wanted = bytes(name);
        for (int at = 0; at + 46 + wanted.length <= copy.length; at++) {
            boolean isHere = directory.getInt(at) == 0x02014b50
                    && directory.getShort(at + 28) == wanted.length
                    && name.equals(new String(copy, at + 46, wanted.length, StandardCharsets.UTF_8));
            if (isHere) {
                directory.putInt(at + 24, length);
                return copy;
            }
        }
        throw new AssertionError("There is no entry " + name);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
