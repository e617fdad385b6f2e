package org.callboard.core.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * An entry of a ZIP archive, as its directory has it.
 *
 * @param packed how many bytes it takes in the archive
 * @param size how many bytes it says it is
 * @param at where it begins
 * @param modified when it was written, as it says
 * @param mode the type of the file it was, as Unix writes it; 0 where the archive does not say
 */
record PackedFile(String name, int method, int crc, long packed, long size, long at, Instant modified, int mode) {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int TYPE = 0170000;
    private static final int REGULAR = 0100000;

    /** {@return whether it is a file}, and no folder, link or device */
    boolean isFile() {
        int type = mode & TYPE;
        return !name.endsWith("/") && (type == 0 || type == REGULAR);
    }

    /** {@return a byte before which there can be no other entry} */
    long end() {
        return at + LOCAL_LENGTH + packed;
    }

    /** {@return whether another holds the same} */
    boolean holdsWhat(PackedFile other) {
        return crc == other.crc && size == other.size;
    }

    /** {@return what it holds} */
    byte[] read(FileChannel file) throws IOException, UnfitArchiveException {
        CRC32 sum = new CRC32();
        try (InputStream in = open(file, sum)) {
            byte[] bytes = in.readNBytes((int) size + 1);
            requireHonest(bytes.length, sum);
            return bytes;
        } catch (ZipException | EOFException damaged) {
            throw dishonest();
        }
    }

    /** Unpacks it and keeps nothing. {@return how many bytes it is} */
    long count(FileChannel file, long most) throws IOException, UnfitArchiveException {
        CRC32 sum = new CRC32();
        byte[] piece = new byte[65_536];
        long all = 0;
        try (InputStream in = open(file, sum)) {
            for (int read = in.read(piece); read >= 0 && all <= Math.min(most, size); read = in.read(piece)) {
                all += read;
            }
        } catch (ZipException | EOFException damaged) {
            throw dishonest();
        }
        if (all <= most) {
            requireHonest(all, sum);
        }
        return all;
    }

    private void requireHonest(long length, CRC32 sum) throws UnfitArchiveException {
        if (length != size || (int) sum.getValue() != crc) {
            throw dishonest();
        }
    }

    private UnfitArchiveException dishonest() {
        return new UnfitArchiveException("is damaged: its file '" + name + "' is not what its directory says");
    }

    private InputStream open(FileChannel file, CRC32 sum) throws IOException, UnfitArchiveException {
        ByteBuffer local = ZipDirectory.bytes(file, at, LOCAL_LENGTH);
        int nameLength = Short.toUnsignedInt(local.getShort(26));
        byte[] own = ZipDirectory.bytes(file, at + LOCAL_LENGTH, nameLength).array();
        if (local.getInt(0) != LOCAL
                || Short.toUnsignedInt(local.getShort(8)) != method
                || !new String(own, StandardCharsets.UTF_8).equals(name)) {
            throw dishonest();
        }
        long start = at + LOCAL_LENGTH + nameLength + Short.toUnsignedInt(local.getShort(28));
        InputStream piece = new FilePiece(file, start, packed);
        return new CheckedInputStream(method == STORED ? piece : new Unpacking(piece), sum);
    }

    /** Gives back what the unpacking took at once. */
    private static final class Unpacking extends InflaterInputStream {

        Unpacking(InputStream packed) {
            super(packed, new Inflater(true), 16_384);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }
}
