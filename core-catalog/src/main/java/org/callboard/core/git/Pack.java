package org.callboard.core.git;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Many objects in a file, most of them as what differs from others. */
final class Pack implements Closeable {

    /** Git makes chains of 50, and of 250 when told to. */
    private static final int LONGEST_CHAIN = 4096;

    private static final int LONGEST_HEADER = 40;
    private static final int LONGEST_NUMBER = 9;
    private static final int BY_OFFSET = 6;
    private static final int BY_ID = 7;

    private final FileChannel file;
    private final FileChannel indexFile;
    private final PackIndex index;
    private final int number;
    private final Recent recent;

    private Pack(FileChannel file, FileChannel indexFile, int number, Recent recent) throws IOException {
        this.file = file;
        this.indexFile = indexFile;
        this.index = new PackIndex(indexFile);
        this.number = number;
        this.recent = recent;
    }

    static Pack open(Path pack, Path index, int number, Recent recent) throws IOException {
        FileChannel file = FileChannel.open(pack);
        FileChannel indexFile = null;
        try {
            indexFile = FileChannel.open(index);
            return new Pack(file, indexFile, number, recent);
        } catch (IOException failure) {
            file.close();
            if (indexFile != null) {
                indexFile.close();
            }
            throw failure;
        }
    }

    /** {@return an object, null where the pack has it not} */
    @Nullable GitObject read(GitId id, Budget budget) throws IOException {
        long offset = index.find(id);
        return offset < 0 ? null : read(offset, budget);
    }

    private GitObject read(long offset, Budget budget) throws IOException {
        Deque<Entry> deltas = new ArrayDeque<>();
        GitObject object = known(offset);
        for (long at = offset; object == null; object = known(at)) {
            budget.takeRead();
            Entry entry = entry(at);
            if (!entry.isDelta()) {
                object = new GitObject(entry.type(), Inflating.exactly(file, entry.data(), entry.size()));
                recent.put(new Recent.Key(number, at), object);
                break;
            }
            if (deltas.size() >= LONGEST_CHAIN || entry.base() < 0) {
                throw new FaultyRepositoryException("a delta has no base");
            }
            deltas.push(entry);
            at = entry.base();
        }
        for (Entry delta : deltas) {
            byte[] steps = Inflating.exactly(file, delta.data(), delta.size());
            object = new GitObject(object.type(), Delta.apply(object.bytes(), steps));
            recent.put(new Recent.Key(number, delta.at()), object);
        }
        return object;
    }

    private @Nullable GitObject known(long offset) {
        return recent.get(new Recent.Key(number, offset));
    }

    /**
     * What stands before an object's bytes.
     *
     * @param base where that is which it differs from; -1 where there is none
     */
    private record Entry(long at, int type, long size, long data, long base) {

        boolean isDelta() {
            return type == BY_OFFSET || type == BY_ID;
        }
    }

    private Entry entry(long at) throws IOException {
        ByteBuffer read = ByteBuffer.allocate(LONGEST_HEADER);
        if (at < 0 || file.read(read, at) < 2) {
            throw new FaultyRepositoryException("a pack is cut off");
        }
        byte[] bytes = read.array();
        int type = (bytes[0] >> 4) & 7;
        long size = bytes[0] & 15;
        int used = 1;
        for (int shift = 4; bytes[used - 1] < 0 && used < LONGEST_NUMBER; shift += 7) {
            size |= (bytes[used++] & 0x7fL) << shift;
        }
        return switch (type) {
            case BY_ID -> new Entry(at, type, size, at + used + GitId.LENGTH, index.find(GitId.at(bytes, used)));
            case BY_OFFSET -> byOffset(at, size, bytes, used);
            default -> new Entry(at, type, size, at + used, -1);
        };
    }

    private static Entry byOffset(long at, long size, byte[] bytes, int start) {
        int used = start + 1;
        long back = bytes[start] & 0x7f;
        while (bytes[used - 1] < 0 && used - start < LONGEST_NUMBER) {
            back = ((back + 1) << 7) + (bytes[used++] & 0x7f);
        }
        return new Entry(at, BY_OFFSET, size, at + used, back > 0 ? at - back : -1);
    }

    @Override
    public void close() throws IOException {
        try (file) {
            indexFile.close();
        }
    }
}
