package org.callboard.core.source;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** When the directory of a ZIP archive says that an entry was written. */
final class ZipTime {

    private static final int EXTENDED = 0x5455;
    private static final int FIELD_HEAD = 4;
    private static final int HAS_TIME = 1;

    private ZipTime() {}

    /**
     * {@return the time}: by the clock of the world where the entry has that, as Git writes it, or else as if the clock on the
     * wall had been set to it
     *
     * @param dos where time and date stand as DOS had them
     * @param extra where the further fields begin
     * @param length of these together
     */
    static Instant of(ByteBuffer directory, int dos, int extra, int length) {
        int at = extra;
        while (at + FIELD_HEAD <= extra + length) {
            int size = Short.toUnsignedInt(directory.getShort(at + 2));
            boolean isTime = Short.toUnsignedInt(directory.getShort(at)) == EXTENDED
                    && size > Integer.BYTES
                    && at + FIELD_HEAD + size <= extra + length
                    && (directory.get(at + FIELD_HEAD) & HAS_TIME) != 0;
            if (isTime) {
                return Instant.ofEpochSecond(Integer.toUnsignedLong(directory.getInt(at + FIELD_HEAD + 1)));
            }
            at += FIELD_HEAD + size;
        }
        return ofWall(Short.toUnsignedInt(directory.getShort(dos)), Short.toUnsignedInt(directory.getShort(dos + 2)));
    }

    private static Instant ofWall(int time, int date) {
        try {
            return LocalDateTime.of(
                            1980 + (date >> 9),
                            date >> 5 & 0xF,
                            date & 0x1F,
                            time >> 11,
                            time >> 5 & 0x3F,
                            (time & 0x1F) * 2)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException none) {
            return Instant.EPOCH;
        }
    }
}
