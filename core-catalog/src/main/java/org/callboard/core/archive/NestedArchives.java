package org.callboard.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Follows archives within archives, so that none of them unpacks further than a jar may. */
final class NestedArchives {

    private static final int MOST_LEVELS = 3;
    private static final byte[] START = {'P', 'K', 3, 4};

    private long entries;
    private long unpacked;

    NestedArchives(int entries) {
        this.entries = entries;
    }

    /** Looks into an entry's content, if that is an archive. */
    void check(String name, InputStream content) throws IOException {
        check(name, content, 1);
    }

    private void check(String name, InputStream content, int level) throws IOException {
        PushbackInputStream start = new PushbackInputStream(content, START.length);
        if (!isArchive(start)) {
            count(start);
            return;
        }
        if (level >= MOST_LEVELS) {
            throw new UnfitException(
                    "It holds archives within archives, " + MOST_LEVELS + " levels deep, in " + name + ".",
                    "Embed libraries as they are, not the archives that they came in.");
        }
        ZipInputStream inner = new ZipInputStream(start);
        for (ZipEntry entry = inner.getNextEntry(); entry != null; entry = inner.getNextEntry()) {
            entries++;
            ArchiveLimits.checkTotal(entries, unpacked);
            check(name, inner, level + 1);
        }
    }

    private static boolean isArchive(PushbackInputStream content) throws IOException {
        byte[] start = content.readNBytes(START.length);
        content.unread(start);
        return java.util.Arrays.equals(start, START);
    }

    private void count(InputStream content) throws IOException {
        byte[] buffer = new byte[16_384];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            unpacked += read;
            ArchiveLimits.checkTotal(entries, unpacked);
        }
    }
}
