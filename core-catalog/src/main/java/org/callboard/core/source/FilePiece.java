package org.callboard.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A piece of a file. Closing it leaves the file open. */
final class FilePiece extends InputStream {

    private final FileChannel file;
    private long at;
    private long left;

    FilePiece(FileChannel file, long at, long length) {
        this.file = file;
        this.at = at;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left <= 0) {
            return -1;
        }
        int read = file.read(ByteBuffer.wrap(into, offset, (int) Math.min(length, left)), at);
        if (read > 0) {
            at += read;
            left -= read;
        }
        return read;
    }
}
