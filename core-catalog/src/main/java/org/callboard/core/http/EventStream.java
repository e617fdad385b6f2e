package org.callboard.core.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/** One page that listens. It never makes the sender wait: one that can't keep up is cut off and will come again. */
final class EventStream implements WriteListener {

    private static final int MOST_WAITING = 200;

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Consumer<EventStream> closed;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private boolean unflushed;
    private boolean ended;

    EventStream(AsyncContext context, Consumer<EventStream> closed) throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.closed = closed;
    }

    void open() {
        out.setWriteListener(this);
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
