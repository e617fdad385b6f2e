package org.callboard.e2e;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Writes zip files byte by byte, so that they can lie. */
final class ForgedZip {

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    private ForgedZip() {}

    static ForgedZip empty() {
        return new ForgedZip();
    }

    /** {@return a zip with the entries of a jar} */
    static ForgedZip of(byte[] jar) {
        ForgedZip zip = new ForgedZip();
        for (Map.Entry<String, byte[]> entry : JarSurgery.entries(jar).entrySet()) {
            zip.add(new Entry(entry.getKey(), entry.getValue()));
        }
        return zip;
    }

    /** An entry as it stands in the file, and as the directory has it. */
    static final class Entry {
        private final String name;
        private final byte[] content;
        private String local;
        private int localSize;
        private int mode = 0100644;
        private int flags;
        private boolean sharesFirst;

        Entry(String name, byte[] content) {
            this.name = name;
            this.local = name;
            this.content = content.clone();
            this.localSize = content.length;
        }

        /** Another name where it stands. */
        Entry under(String other) {
            local = other;
            return this;
        }

        /** Another size where it stands. */
        Entry saying(int size) {
            localSize = size;
            return this;
        }

        /** Type and permissions, as Unix writes them. */
        Entry as(int unix) {
            mode = unix;
            return this;
        }

        Entry flagged(int flag) {
            flags = flag;
            return this;
        }

        /** The directory says that it stands where the first entry stands. */
        Entry sharing() {
            sharesFirst = true;
            return this;
        }
    }

    ForgedZip add(Entry entry) {
        offsets.add(entry.sharesFirst ? offsets.get(0) : file.size());
        byte[] local = entry.local.getBytes(StandardCharsets.UTF_8);
        write(
                file,
                buffer(30)
                        .putInt(0x04034b50)
                        .putShort((short) 10)
                        .putShort((short) entry.flags)
                        .putShort((short) 0)
                        .putInt(0)
                        .putInt(crc(entry.content))
                        .putInt(entry.localSize)
                        .putInt(entry.localSize)
                        .putShort((short) local.length)
                        .putShort((short) 0));
        file.writeBytes(local);
        file.writeBytes(entry.content);
        describe(entry, offsets.get(offsets.size() - 1));
        return this;
    }

    private void describe(Entry entry, int offset) {
        byte[] name = entry.name.getBytes(StandardCharsets.UTF_8);
        write(
                directory,
                buffer(46)
                        .putInt(0x02014b50)
                        .putShort((short) (3 << 8 | 10))
                        .putShort((short) 10)
                        .putShort((short) entry.flags)
                        .putShort((short) 0)
                        .putInt(0)
                        .putInt(crc(entry.content))
                        .putInt(entry.content.length)
                        .putInt(entry.content.length)
                        .putShort((short) name.length)
                        .putShort((short) 0)
                        .putShort((short) 0)
                        .putShort((short) 0)
                        .putShort((short) 0)
                        .putInt(entry.mode << 16)
                        .putInt(offset));
        directory.writeBytes(name);
    }

    /** Puts bytes between two entries that belong to none. */
    ForgedZip hide(byte[] bytes) {
        file.writeBytes(bytes);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(file.toByteArray());
        all.writeBytes(directory.toByteArray());
        write(
                all,
                buffer(22)
                        .putInt(0x06054b50)
                        .putInt(0)
                        .putShort((short) offsets.size())
                        .putShort((short) offsets.size())
                        .putInt(directory.size())
                        .putInt(file.size())
                        .putShort((short) 0));
        return all.toByteArray();
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void write(ByteArrayOutputStream out, ByteBuffer bytes) {
        byte[] written = new byte[bytes.position()];
        bytes.flip().get(written);
        out.writeBytes(written);
    }

    private static int crc(byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return (int) sum.getValue();
    }
}
