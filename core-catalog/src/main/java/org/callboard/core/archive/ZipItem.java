package org.callboard.core.archive;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * An entry of a zip file, as its directory has it.
 *
 * @param packed how many bytes it takes in the file
 * @param size how many bytes it is
 * @param mode type and permissions of the file it was, as Unix writes them; 0 where the zip does not say
 */
record ZipItem(String name, int flags, int method, int crc, int packed, int size, int offset, int mode) {

    private static final int TYPE = 0170000;
    private static final int FILE = 0100000;
    private static final int FOLDER = 0040000;
    private static final int SET_ID = 0006000;
    private static final int MOST_RATIO = 100;
    private static final int SMALL = 1 << 20;

    /** {@return whether it would be a link, a device or a program that runs as somebody else} */
    boolean isSpecial() {
        int type = mode & TYPE;
        return (type != 0 && type != FILE && type != FOLDER) || (mode & SET_ID) != 0;
    }

    /** {@return whether so few bytes become so many that somebody must have meant it} */
    boolean isBomb() {
        return size > SMALL && size > (long) MOST_RATIO * Math.max(1, packed);
    }

    /** Unpacks it, no further than it says it goes. */
    void checkContent(ByteBuffer content) {
        CRC32 sum = new CRC32();
        long length = method == 0 ? copy(content, sum) : inflate(content, sum);
        StrictZip.require(
                length == size && (int) sum.getValue() == crc, "its entry " + name + " is not what it says it is");
    }

    private static long copy(ByteBuffer content, CRC32 sum) {
        long length = content.remaining();
        sum.update(content);
        return length;
    }

    private long inflate(ByteBuffer content, CRC32 sum) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(content);
            byte[] buffer = new byte[16_384];
            while (!inflater.finished() && inflater.getBytesWritten() <= size) {
                int read = inflater.inflate(buffer);
                sum.update(buffer, 0, read);
                if (read == 0 && !inflater.finished() && (inflater.needsInput() || inflater.needsDictionary())) {
                    return -1;
                }
            }
            return inflater.getRemaining() == 0 ? inflater.getBytesWritten() : -1;
        } catch (DataFormatException damaged) {
            return -1;
        } finally {
            inflater.end();
        }
    }
}
