package org.callboard.core.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import org.callboard.core.mask.MaskingStream;
import org.jspecify.annotations.Nullable;

/** The body of a {@link MaskedResponse}, which decides at the first byte whether there is anything to mask. */
final class MaskedOutput extends ServletOutputStream {

    private final ServletOutputStream out;
    private final MaskedResponse response;
    private boolean hasBegun;
    private @Nullable MaskingStream masking;

    MaskedOutput(ServletOutputStream out, MaskedResponse response) {
        this.out = out;
        this.response = response;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (!hasBegun) {
            hasBegun = true;
            masking = response.begin();
        }
        if (masking == null) {
            out.write(bytes, offset, length);
        } else {
            masking.write(bytes, offset, length);
        }
    }

    /** Sends what is held back. */
    void finish() throws IOException {
        if (masking != null) {
            masking.finish();
        }
    }

    /** What may yet become a secret stays. */
    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        finish();
        out.close();
    }

    @Override
    public boolean isReady() {
        return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        out.setWriteListener(listener);
    }
}
