package org.callboard.core.mask;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Passes bytes on with asterisks in the place of secrets. It holds back what may yet become one, and writes once at the most
 * for each write.
 */
public final class MaskingStream {

    private static final byte[] ASTERISKS = {'*', '*', '*'};

    private final FormSearch search;
    private final OutputStream out;
    private byte[] held = new byte[0];
    private BitSet hidden = new BitSet();
    private int state;
    private boolean wasHidden;

    MaskingStream(FormSearch search, OutputStream out) {
        this.search = search;
        this.out = out;
    }

    /** Takes what comes next. */
    public void write(byte[] bytes, int offset, int length) throws IOException {
        byte[] all = Arrays.copyOf(held, held.length + length);
        System.arraycopy(bytes, offset, all, held.length, length);
        state = search.walk(state, all, held.length, all.length, hidden);
        int ready = all.length - search.pending(state);
        pass(all, ready);
        held = Arrays.copyOfRange(all, ready, all.length);
        hidden = hidden.get(ready, all.length);
    }

    private void pass(byte[] all, int ready) throws IOException {
        if (hidden.isEmpty() && ready > 0) {
            wasHidden = false;
            out.write(all, 0, ready);
            return;
        }
        ByteArrayOutputStream shown = new ByteArrayOutputStream(ready);
        for (int at = 0; at < ready; ) {
            boolean isHidden = hidden.get(at);
            int next = isHidden ? hidden.nextClearBit(at) : hidden.nextSetBit(at);
            int end = next < 0 || next > ready ? ready : next;
            if (!isHidden) {
                shown.write(all, at, end - at);
            } else if (!wasHidden) {
                shown.writeBytes(ASTERISKS);
            }
            wasHidden = isHidden;
            at = end;
        }
        if (shown.size() > 0) {
            out.write(shown.toByteArray());
        }
    }

    /** Passes on what was held back: nothing follows that could make it a secret. */
    public void finish() throws IOException {
        byte[] rest = held;
        held = new byte[0];
        state = 0;
        pass(rest, rest.length);
        hidden = new BitSet();
    }

    /** Forgets what was held back. */
    public void reset() {
        held = new byte[0];
        hidden = new BitSet();
        state = 0;
        wasHidden = false;
    }
}
