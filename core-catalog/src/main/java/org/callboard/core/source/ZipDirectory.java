package org.callboard.core.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a ZIP archive says it holds. Nothing is unpacked for that, and nothing believed: what an entry says of itself is compared when
 * it is read.
 *
 * @param comment of the archive as a whole; Git writes the commit there
 */
record ZipDirectory(List<PackedFile> files, String comment) {

    static final int MOST_FILES = 20_000;

    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LARGEST = 32 << 20;
    private static final int ENCRYPTED = 1;

    /** Copies the list. */
    ZipDirectory {
        files = List.copyOf(files);
    }

    static ZipDirectory read(FileChannel file) throws IOException, UnfitArchiveException {
        int length = (int) Math.min(file.size(), END_LENGTH + LONGEST_COMMENT);
        ByteBuffer tail = bytes(file, file.size() - length, length);
        int end = end(tail);
        long place = file.size() - length + end;
        int count = Short.toUnsignedInt(tail.getShort(end + 10));
        long size = Integer.toUnsignedLong(tail.getInt(end + 12));
        long start = Integer.toUnsignedLong(tail.getInt(end + 16));
        UnfitArchiveException.require(count <= MOST_FILES, "holds more than " + MOST_FILES + " files");
        UnfitArchiveException.require(
                tail.getInt(end + 4) == 0 && size <= LARGEST && start + size <= place, "has a damaged directory");
        String comment = text(tail, end + END_LENGTH, tail.capacity() - end - END_LENGTH);
        return new ZipDirectory(entries(bytes(file, start, (int) size), count), comment);
    }

    /** Where the last record begins: it is followed by a comment of the length that it says, and nothing else. */
    private static int end(ByteBuffer tail) throws UnfitArchiveException {
        for (int at = tail.capacity() - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END
                    && Short.toUnsignedInt(tail.getShort(at + 20)) == tail.capacity() - at - END_LENGTH) {
                return at;
            }
        }
        throw new UnfitArchiveException("is no ZIP archive, or was cut off");
    }

    private static List<PackedFile> entries(ByteBuffer directory, int count) throws UnfitArchiveException {
        List<PackedFile> files = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < count; i++) {
            UnfitArchiveException.require(
                    at + ENTRY_LENGTH <= directory.capacity() && directory.getInt(at) == ENTRY,
                    "has a damaged directory");
            int name = Short.toUnsignedInt(directory.getShort(at + 28));
            int rest =
                    Short.toUnsignedInt(directory.getShort(at + 30)) + Short.toUnsignedInt(directory.getShort(at + 32));
            UnfitArchiveException.require(
                    at + ENTRY_LENGTH + name + rest <= directory.capacity(), "has a damaged directory");
            files.add(entry(directory, at, text(directory, at + ENTRY_LENGTH, name)));
            at += ENTRY_LENGTH + name + rest;
        }
        return files;
    }

    private static PackedFile entry(ByteBuffer directory, int at, String name) throws UnfitArchiveException {
        int method = Short.toUnsignedInt(directory.getShort(at + 10));
        UnfitArchiveException.require(
                (directory.getShort(at + 8) & ENCRYPTED) == 0, "holds encrypted files, '" + name + "' for one");
        UnfitArchiveException.require(
                method == PackedFile.STORED || method == PackedFile.DEFLATED,
                "holds files that are packed in a way that Java can't read, '" + name + "' for one");
        int nameLength = Short.toUnsignedInt(directory.getShort(at + 28));
        int extraLength = Short.toUnsignedInt(directory.getShort(at + 30));
        // a Unix zip keeps the type of the file
        int mode = directory.get(at + 5) == 3 ? directory.getInt(at + 38) >>> 16 : 0;
        return new PackedFile(
                name,
                method,
                directory.getInt(at + 16),
                Integer.toUnsignedLong(directory.getInt(at + 20)),
                Integer.toUnsignedLong(directory.getInt(at + 24)),
                Integer.toUnsignedLong(directory.getInt(at + 42)),
                ZipTime.of(directory, at + 12, at + ENTRY_LENGTH + nameLength, extraLength),
                mode);
    }

    private static String text(ByteBuffer bytes, int at, int length) {
        byte[] text = new byte[length];
        bytes.get(at, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    static ByteBuffer bytes(FileChannel file, long at, int length) throws IOException, UnfitArchiveException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            UnfitArchiveException.require(
                    file.read(bytes, at + bytes.position()) >= 0, "is no ZIP archive, or was cut off");
        }
        return bytes.flip();
    }
}
