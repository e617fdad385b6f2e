package org.callboard.core.git;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Where in a pack objects are: an index of version 2, searched in its file. */
final class PackIndex {

    private static final int MAGIC = 0xff744f63;
    private static final int FIRST = 8;
    private static final int BUCKETS = 256;
    private static final long IDS = FIRST + BUCKETS * 4L;

    private final FileChannel file;
    private final int[] fanout = new int[BUCKETS];

    PackIndex(FileChannel file) throws IOException {
        this.file = file;
        ByteBuffer start = bytes(0, (int) IDS);
        if (start.getInt() != MAGIC || start.getInt() != 2) {
            throw new FaultyRepositoryException("a pack has no index of version 2");
        }
        int before = 0;
        for (int i = 0; i < BUCKETS; i++) {
            fanout[i] = start.getInt();
            if (fanout[i] < before) {
                throw new FaultyRepositoryException("the index of a pack is damaged");
            }
            before = fanout[i];
        }
    }

    private ByteBuffer bytes(long at, int count) throws IOException {
        ByteBuffer read = ByteBuffer.allocate(count);
        while (read.hasRemaining()) {
            if (file.read(read, at + read.position()) <= 0) {
                throw new FaultyRepositoryException("the index of a pack is cut off");
            }
        }
        return read.flip();
    }

    /** {@return where an object begins; -1 where the pack has it not} */
    long find(GitId id) throws IOException {
        int low = id.first() == 0 ? 0 : fanout[id.first() - 1];
        int high = fanout[id.first()];
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = id.compareTo(
                    bytes(IDS + (long) middle * GitId.LENGTH, GitId.LENGTH).array(), 0);
            if (order == 0) {
                return offset(middle);
            } else if (order < 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return -1;
    }

    private long offset(int number) throws IOException {
        long all = fanout[BUCKETS - 1];
        // behind the ids is a checksum of each
        long offsets = IDS + all * (GitId.LENGTH + 4);
        int offset = bytes(offsets + number * 4L, 4).getInt();
        long distant = offset & 0x7fffffffL;
        return offset >= 0 ? offset : bytes(offsets + all * 4 + distant * 8, 8).getLong();
    }
}
