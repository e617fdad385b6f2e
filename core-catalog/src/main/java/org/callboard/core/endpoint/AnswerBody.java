package org.callboard.core.endpoint;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a plugin writes: kept until there is enough of it to be sent, and no more than the limit. */
final class AnswerBody extends ServletOutputStream {

    static final int PORTION = 32 * 1024;

    private final Sink sink;
    private byte[] buffer = new byte[1024];
    private int count;
    private boolean isSettling;
    private @Nullable PrintWriter writer;

    /** Takes what is to be sent; it is no longer needed afterwards. */
    interface Sink {
        void send(byte[] bytes, int count) throws IOException;
    }

    AnswerBody(Sink sink) {
        this.sink = sink;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (count == PORTION) {
                sink.send(buffer, count);
                count = 0;
            }
            int part = Math.min(length - done, PORTION - count);
            if (count + part > buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.min(PORTION, Math.max(count + part, buffer.length * 2)));
            }
            System.arraycopy(bytes, offset + done, buffer, count, part);
            count += part;
            done += part;
        }
    }

    @Override
    public void flush() throws IOException {
        if (!isSettling) {
            sink.send(buffer, count);
            count = 0;
        }
    }

    void forget() {
        count = 0;
        writer = null;
    }

    /** {@return it as characters} */
    PrintWriter writer(Charset charset) {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(this, charset));
        }
        return writer;
    }

    /** {@return what is kept} */
    byte[] rest() {
        return Arrays.copyOf(buffer, count);
    }

    /** Lets no character stay in between. On the plugin's thread. */
    void settle() {
        if (writer != null) {
            isSettling = true;
            writer.flush();
            isSettling = false;
        }
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        throw new IllegalStateException("A plugin writes before its method returns.");
    }
}
