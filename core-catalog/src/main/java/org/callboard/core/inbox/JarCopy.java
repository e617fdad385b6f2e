package org.callboard.core.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.entity.Sha256;

/**
 * A copy of a file, proven to be a whole zip: what is proven is what is installed, whatever happens to the file meanwhile.
 *
 * @param digest of its bytes
 * @param plugin the id that its manifest gives; its digest where it gives none
 */
record JarCopy(Path file, String digest, String plugin) implements AutoCloseable {

    /** What is unpacked for the proof; a jar with more is refused for that, and not for being incomplete. */
    private static final long MOST_UNPACKED = 512L * 1024 * 1024;

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final long UNKNOWN = 0xFFFF_FFFFL;

    /** The file is no zip, or not all of one. */
    static final class IncompleteException extends Exception {

        private static final long serialVersionUID = 1L;

        IncompleteException(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** Copies what is read into a new file of the folder. */
    static JarCopy of(InputStream in, Path folder) throws IOException, IncompleteException {
        Path copy = Files.createTempFile(folder, "inbox", ".part");
        try {
            // one byte more than a jar may have: then it has changed since its size was looked at
            byte[] bytes = in.readNBytes((int) PluginArchive.MAX_BYTES + 1);
            Files.write(copy, bytes);
            String digest = Sha256.hex(bytes);
            String plugin = plugin(copy);
            return new JarCopy(copy, digest, plugin.isEmpty() ? digest : plugin);
        } catch (IOException | IncompleteException | RuntimeException failure) {
            Files.delete(copy);
            throw failure;
        }
    }

    static String digest(Path file) throws IOException {
        return Sha256.hex(Files.readAllBytes(file));
    }

    private static String plugin(Path file) throws IncompleteException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            requireOneZip(file);
            long left = MOST_UNPACKED;
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements() && left > 0; ) {
                left -= check(zip, entries.nextElement(), left);
            }
            return plugin(zip);
        } catch (IOException | RuntimeException broken) {
            throw new IncompleteException(broken);
        }
    }

    private static long check(ZipFile zip, ZipEntry entry, long left) throws IOException {
        CRC32 sum = new CRC32();
        long length = 0;
        byte[] buffer = new byte[65_536];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0 && length <= left; read = in.read(buffer)) {
                sum.update(buffer, 0, read);
                length += read;
            }
        }
        if (length <= left && sum.getValue() != entry.getCrc()) {
            throw new IOException("the entry " + entry.getName() + " is broken");
        }
        return length;
    }

    /** A jar that was cut off within a jar that it holds reads as that inner one. */
    private static void requireOneZip(Path file) throws IOException {
        ByteBuffer tail;
        long start;
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            start = Math.max(0, in.length() - END_LENGTH - LONGEST_COMMENT);
            byte[] bytes = new byte[(int) (in.length() - start)];
            in.seek(start);
            in.readFully(bytes);
            tail = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
        for (int end = tail.capacity() - END_LENGTH; end >= 0; end--) {
            if (tail.getInt(end) == END_SIGNATURE) {
                long length = tail.getInt(end + 12) & UNKNOWN;
                long offset = tail.getInt(end + 16) & UNKNOWN;
                if (offset != UNKNOWN && offset + length != start + end) {
                    throw new IOException("what its end describes does not begin where the file does");
                }
                return;
            }
        }
    }

    private static String plugin(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry("META-INF/MANIFEST.MF");
        if (entry == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            String header = new Manifest(in).getMainAttributes().getValue("Bundle-SymbolicName");
            return header == null ? "" : header.split(";", 2)[0].strip();
        } catch (IOException unusable) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
