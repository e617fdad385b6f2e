package org.callboard.core.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads a zip file so that there is one view of it only: each byte belongs to one entry or to the directory, and what an entry
 * says of itself is what the directory says of it. Whoever reads the file later, front to back or by its directory, sees the same.
 */
final class StrictZip {

    private static final int END = 0x06054b50;
    private static final int DIRECTORY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int END_LENGTH = 22;
    private static final int DIRECTORY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int HAS_DESCRIPTOR = 1 << 3;
    private static final int ENCRYPTED = 1;

    private final ByteBuffer bytes;

    private StrictZip(byte[] file) {
        this.bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * {@return the entries, in the order of their bytes}
     *
     * @throws UnfitException where the file can be read in two ways, or not at all, or holds too much
     */
    static List<ZipItem> read(byte[] file) {
        if (file.length == 0) {
            throw new UnfitException("The file is empty.", "Send the complete jar as the body of the request.");
        }
        StrictZip zip = new StrictZip(file);
        try {
            return zip.items();
        } catch (IndexOutOfBoundsException | IllegalArgumentException cut) {
            throw broken("its parts point out of the file");
        }
    }

    private List<ZipItem> items() {
        int end = bytes.capacity() - END_LENGTH;
        if (end < 0 || bytes.getInt(end) != END) {
            throw notAZip();
        }
        int count = Short.toUnsignedInt(bytes.getShort(end + 10));
        int directory = bytes.getInt(end + 16);
        if (bytes.getInt(end + 4) != 0 || bytes.getShort(end + 8) != bytes.getShort(end + 10)) {
            throw broken("it is a part of several");
        }
        if (directory + bytes.getInt(end + 12) != end) {
            throw broken("there is something before its first entry or behind its directory");
        }
        List<ZipItem> items = directory(directory, end, count);
        // before anything is unpacked
        ArchiveLimits.check(items);
        items.sort(Comparator.comparingInt(ZipItem::offset));
        checkLocals(items, directory);
        return items;
    }

    private List<ZipItem> directory(int start, int end, int count) {
        List<ZipItem> items = new ArrayList<>();
        int at = start;
        while (at < end) {
            require(bytes.getInt(at) == DIRECTORY, "its directory is damaged");
            ZipItem item = item(at);
            items.add(item);
            at += DIRECTORY_LENGTH + length(at + 28) + length(at + 30) + length(at + 32);
        }
        require(at == end && items.size() == count, "its directory has not as many entries as it says");
        return items;
    }

    private ZipItem item(int at) {
        String name = name(at + DIRECTORY_LENGTH, length(at + 28));
        // what a Unix zip keeps of the file: its type and its permissions
        boolean isUnix = bytes.get(at + 5) == 3;
        int mode = isUnix ? bytes.getInt(at + 38) >>> 16 : 0;
        ZipItem item = new ZipItem(
                name,
                length(at + 8),
                length(at + 10),
                bytes.getInt(at + 16),
                bytes.getInt(at + 20),
                bytes.getInt(at + 24),
                bytes.getInt(at + 42),
                mode);
        require(
                item.packed() >= 0 && item.size() >= 0 && item.offset() >= 0,
                "its entry " + name + " is larger than any that is taken");
        require((item.flags() & ENCRYPTED) == 0, "its entry " + name + " is encrypted");
        require(
                item.method() == 0 || item.method() == 8,
                "its entry " + name + " is packed in a way that Java can't read");
        return item;
    }

    /** From the first byte to the directory there are the entries, without gap or overlap. */
    private void checkLocals(List<ZipItem> items, int directory) {
        int at = 0;
        for (ZipItem item : items) {
            require(item.offset() >= at, "its entry " + item.name() + " overlaps another");
            require(item.offset() == at, "there is something before its entry " + item.name());
            at = checkLocal(item);
        }
        require(at <= directory, "its last entry overlaps its directory");
        require(at == directory, "there is something between its entries and its directory");
    }

    /** {@return where the entry ends} */
    private int checkLocal(ZipItem item) {
        int at = item.offset();
        require(bytes.getInt(at) == LOCAL, "its directory points to no entry for " + item.name());
        boolean isSame = length(at + 6) == item.flags()
                && length(at + 8) == item.method()
                && name(at + LOCAL_LENGTH, length(at + 26)).equals(item.name());
        boolean isLater = (item.flags() & HAS_DESCRIPTOR) != 0;
        requireOneView(
                item,
                isSame
                        && says(at + 14, item.crc(), isLater)
                        && says(at + 18, item.packed(), isLater)
                        && says(at + 22, item.size(), isLater));
        int data = at + LOCAL_LENGTH + length(at + 26) + length(at + 28);
        int end = Math.addExact(data, item.packed());
        require(end <= bytes.capacity(), "its entry " + item.name() + " is cut off");
        ByteBuffer content = bytes.duplicate().position(data).limit(end).slice();
        item.checkContent(content);
        return isLater ? checkDescriptor(item, end) : end;
    }

    private boolean says(int at, int expected, boolean orNothing) {
        int said = bytes.getInt(at);
        return said == expected || (orNothing && said == 0);
    }

    /** Behind its data an entry may repeat what it is, with a signature before that or without. */
    private int checkDescriptor(ZipItem item, int end) {
        int at = bytes.getInt(end) == DESCRIPTOR ? end + 4 : end;
        requireOneView(
                item,
                bytes.getInt(at) == item.crc()
                        && bytes.getInt(at + 4) == item.packed()
                        && bytes.getInt(at + 8) == item.size());
        return at + 12;
    }

    private int length(int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    private String name(int at, int length) {
        byte[] name = new byte[length];
        bytes.get(at, name);
        return new String(name, StandardCharsets.UTF_8);
    }

    private static void requireOneView(ZipItem item, boolean isOne) {
        require(isOne, "its directory and its entry " + item.name() + " say different things");
    }

    static void require(boolean isSo, String why) {
        if (!isSo) {
            throw broken(why);
        }
    }

    private static UnfitException broken(String why) {
        return new UnfitException(
                "The file can't be read as a jar in one way only: " + why + ".",
                "Build the jar anew with the plugin parent, and send it as it is.");
    }

    private UnfitException notAZip() {
        boolean beginsAsOne = bytes.capacity() > 4 && bytes.getInt(0) == LOCAL;
        return beginsAsOne
                ? new UnfitException(
                        "The file is a jar that was cut off, or something stands behind its end.",
                        "Send it again, complete; a jar's end must be the end of the file.")
                : new UnfitException("The file is not a jar.", "Send the plugin's jar, as the build made it.");
    }
}
