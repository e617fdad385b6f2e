package org.callboard.core.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.function.Consumer;
import org.callboard.api.model.Json;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.session.PortalCaller;
import org.jspecify.annotations.Nullable;

/** One page that listens. It never makes the sender wait: one that can't keep up is cut off and will come again. */
final class EventStream implements WriteListener {

    private static final int MOST_WAITING = 200;
    private static final JsonCodec CODEC = new JsonCodec();

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Consumer<EventStream> closed;
    private final PortalCaller caller;
    private final @Nullable String previewKey;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private long told;
    private boolean unflushed;
    private boolean ended;

    EventStream(AsyncContext context, Consumer<EventStream> closed, PortalCaller caller) throws IOException {
        this(context, closed, caller, null);
    }

    /** Listens for the author of a preview. */
    EventStream(AsyncContext context, Consumer<EventStream> closed, PortalCaller caller, @Nullable String previewKey)
            throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.closed = closed;
        this.caller = caller;
        this.previewKey = previewKey;
    }

    /** {@return what is told, but for its number} */
    static byte[] event(String type, Json.Obj data) {
        String text = "event: " + type + "\ndata: " + new String(CODEC.encode(data), StandardCharsets.UTF_8) + "\n\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** {@return whether the page shows the preview of this key} */
    boolean shows(String preview) {
        return preview.equals(previewKey);
    }

    /** {@return who listens} */
    PortalCaller caller() {
        return caller;
    }

    void open() {
        out.setWriteListener(this);
    }

    /** Sends an event under a number of this stream's own: gaps would tell how much there was that it may not hear of. */
    synchronized void tell(byte[] event) {
        byte[] id = ("id: " + ++told + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] message = Arrays.copyOf(id, id.length + event.length);
        System.arraycopy(event, 0, message, id.length, event.length);
        send(message);
    }

    synchronized void send(byte[] message) {
        if (ended) {
            return;
        }
        if (waiting.size() >= MOST_WAITING) {
            end();
            return;
        }
        waiting.add(message);
        write();
    }

    @Override
    public synchronized void onWritePossible() {
        write();
    }

    private void write() {
        try {
            while (!ended && (unflushed || !waiting.isEmpty()) && out.isReady()) {
                byte[] message = waiting.poll();
                if (message != null) {
                    out.write(message);
                    unflushed = true;
                } else {
                    unflushed = false;
                    out.flush();
                }
            }
        } catch (IOException gone) {
            end();
        }
    }

    @Override
    public synchronized void onError(Throwable failure) {
        end();
    }

    synchronized void end() {
        if (!ended) {
            ended = true;
            waiting.clear();
            closed.accept(this);
            context.complete();
        }
    }
}
