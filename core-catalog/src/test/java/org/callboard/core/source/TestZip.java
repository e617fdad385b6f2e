package org.callboard.core.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP archive, and what can be done to its bytes. */
final class TestZip {

    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    TestZip file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    TestZip file(String name, byte[] content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    TestZip comment(String text) {
        zip.setComment(text);
        return this;
    }

    byte[] bytes() {
        try {
            zip.close();
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return where the directory tells of an entry} */
    static int entry(byte[] archive, String name) {
        String text = new String(archive, StandardCharsets.ISO_8859_1);
        for (int at = text.indexOf("PK\u0001\u0002"); at >= 0; at = text.indexOf("PK\u0001\u0002", at + 1)) {
            if (text.startsWith(name, at + 46)) {
                return at;
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** Makes it a file of another type, as Unix has them. */
    static byte[] mode(byte[] archive, String name, int mode) {
        int at = entry(archive, name);
        archive[at + 5] = 3;
        archive[at + 40] = (byte) mode;
        archive[at + 41] = (byte) (mode >>> 8);
        return archive;
    }

    /** Replaces a text of the same length wherever it is. */
    static byte[] replaced(byte[] archive, String one, String other) {
        return new String(archive, StandardCharsets.ISO_8859_1)
                .replace(one, other)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
