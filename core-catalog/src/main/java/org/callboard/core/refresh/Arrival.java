package org.callboard.core.refresh;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.callboard.core.read.Pages;

/** Tells when what a change leads to can be read: pages that lead to pages take a pass each. */
public final class Arrival {

    private static final int MOST_PASSES = 10;

    private final RefreshLoop loop;
    private final SourceReader reader;
    private final Pages pages;

    /** Watches these. */
    public Arrival(RefreshLoop loop, SourceReader reader, Pages pages) {
        this.loop = loop;
        this.reader = reader;
        this.pages = pages;
    }

    /** Has something done between two passes. {@return done when no page is left that was never looked at} */
    public CompletableFuture<Void> after(Runnable act) {
        return loop.submit(act).thenCompose(passed -> unread(MOST_PASSES));
    }

    private CompletableFuture<Void> unread(int passes) {
        Instant begun = loop.begun();
        List<CompletableFuture<Void>> late = reader.pages().stream()
                .filter(page ->
                        pages.visit(page).filter(visit -> isLate(visit, begun)).isPresent())
                .map(this::fetched)
                .toList();
        return late.isEmpty() || passes == 0
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.allOf(late.toArray(CompletableFuture<?>[]::new))
                        .thenCompose(all -> loop.submit(() -> {}))
                        .thenCompose(passed -> unread(passes - 1));
    }

    /** The last pass may have come by it before it was there. */
    private static boolean isLate(Pages.Visit visit, Instant begun) {
        Instant looked = visit.looked();
        return looked == null ? visit.failure() == null : !looked.isBefore(begun);
    }

    private CompletableFuture<Void> fetched(String page) {
        boolean isNew = pages.visit(page).map(visit -> visit.looked() == null).orElse(false);
        return isNew ? pages.refresh(page) : CompletableFuture.completedFuture(null);
    }
}
