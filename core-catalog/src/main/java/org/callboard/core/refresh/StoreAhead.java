package org.callboard.core.refresh;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.callboard.core.store.SourceVersion;

/** Stores one batch of files on a thread of its own while the next is being read; no more than one waits. */
final class StoreAhead implements Consumer<List<SourceVersion>>, AutoCloseable {

    private final Consumer<List<SourceVersion>> store;
    private CompletableFuture<Void> stored = CompletableFuture.completedFuture(null);

    StoreAhead(Consumer<List<SourceVersion>> store) {
        this.store = store;
    }

    /** Waits for the batch before this one, and fails where that one has failed. */
    @Override
    public void accept(List<SourceVersion> batch) {
        close();
        stored = CompletableFuture.runAsync(() -> store.accept(batch), task -> new Thread(task, "store").start());
    }

    /** Waits for the last batch. */
    @Override
    public void close() {
        CompletableFuture<Void> last = stored;
        stored = CompletableFuture.completedFuture(null);
        try {
            last.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
