package org.callboard.core.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** A ZIP archive, and what can be done to its bytes. */
final class TestZip {

    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);
    private @Nullable Instant written;

    TestZip file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Has what follows be written at a time, as Git writes it. */
    TestZip at(Instant time) {
        written = time;
        return this;
    }

    TestZip file(String name, byte[] content) {
        try {
            ZipEntry entry = new ZipEntry(name);
            if (written != null) {
                entry.setLastModifiedTime(FileTime.from(written));
            }
            zip.putNextEntry(entry);
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
