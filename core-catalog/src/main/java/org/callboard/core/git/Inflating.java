package org.callboard.core.git;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads what is compressed in a file. */
final class Inflating {

    private static final int STEP = 8192;

    private Inflating() {}

    /** Fills a buffer from compressed bytes that begin at an offset, as far as they reach. {@return how far that was} */
    static int read(FileChannel file, long offset, byte[] into) throws IOException {
        Inflater inflater = new Inflater();
        try {
            return read(file, offset, into, inflater);
        } catch (DataFormatException damaged) {
            throw new FaultyRepositoryException("an object is damaged");
        } finally {
            inflater.end();
        }
    }

    private static int read(FileChannel file, long offset, byte[] into, Inflater inflater)
            throws IOException, DataFormatException {
        ByteBuffer input = ByteBuffer.allocate(STEP);
        long at = offset;
        int filled = 0;
        while (filled < into.length && !inflater.finished() && !inflater.needsDictionary()) {
            if (inflater.needsInput()) {
                int got = file.read(input.clear(), at);
                if (got <= 0) {
                    return filled;
                }
                at += got;
                inflater.setInput(input.array(), 0, got);
            }
            filled += inflater.inflate(into, filled, into.length - filled);
        }
        return filled;
    }

    /** Reads exactly so many. */
    static byte[] exactly(FileChannel file, long offset, long size) throws IOException {
        if (size < 0 || size > GitObject.LARGEST) {
            throw new FaultyRepositoryException("an object is larger than " + GitObject.LARGEST + " bytes");
        }
        byte[] bytes = new byte[(int) size];
        if (read(file, offset, bytes) != bytes.length) {
            throw new FaultyRepositoryException("an object is cut off");
        }
        return bytes;
    }
}
