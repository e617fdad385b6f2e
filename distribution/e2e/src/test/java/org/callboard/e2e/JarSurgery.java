package org.callboard.e2e;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Makes jars that no build tool would make. */
final class JarSurgery {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private JarSurgery() {}

    /** {@return the jar with one more entry, or another in its place} */
    static byte[] withEntry(byte[] jar, String name, byte[] content) {
        Map<String, byte[]> entries = entries(jar);
        entries.put(name, content);
        return jar(entries);
    }

    static byte[] withoutManifest(byte[] jar) {
        return without(jar, MANIFEST);
    }

    /** {@return the jar without the entries whose names end so} */
    static byte[] without(byte[] jar, String... ends) {
        Map<String, byte[]> entries = entries(jar);
        for (String end : ends) {
            entries.keySet().removeIf(name -> name.endsWith(end));
        }
        return jar(entries);
    }

    /** {@return the jar with an entry at another place} */
    static byte[] moved(byte[] jar, String from, String to) {
        Map<String, byte[]> entries = entries(jar);
        entries.put(to, entries.remove(from));
        return jar(entries);
    }

    /** {@return the jar with an entry changed as text} */
    static byte[] withText(byte[] jar, String end, UnaryOperator<String> change) {
        Map<String, byte[]> entries = entries(jar);
        entries.replaceAll((name, content) -> name.endsWith(end)
                ? change.apply(new String(content, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1)
                : content);
        return jar(entries);
    }

    /** {@return the jar with another value of a header} */
    static byte[] withHeader(byte[] jar, String name, String value) {
        Map<String, byte[]> entries = entries(jar);
        try {
            Manifest manifest = new Manifest(new ByteArrayInputStream(entries.getOrDefault(MANIFEST, new byte[0])));
            manifest.getMainAttributes().putValue(name, value);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            manifest.write(bytes);
            entries.put(MANIFEST, bytes.toByteArray());
            return jar(entries);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Map<String, byte[]> entries(byte[] jar) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
            return entries;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] jar(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }
}
