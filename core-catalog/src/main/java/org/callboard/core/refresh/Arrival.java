package org.callboard.core.refresh;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        List<CompletableFuture<Void>> late = reader.pages().needed().stream()
                .flatMap(page -> late(page, begun).stream())
                .toList();
        return late.isEmpty() || passes == 0
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.allOf(late.toArray(CompletableFuture<?>[]::new))
                        .thenCompose(all -> loop.submit(() -> {}))
                        .thenCompose(passed -> unread(passes - 1));
    }

    /** {@return when a page will have been looked at that the last pass may have come by before it was there} */
    private Optional<CompletableFuture<Void>> late(String page, Instant begun) {
        Pages.Visit visit = pages.visit(page).orElse(null);
        if (visit == null) {
            return Optional.empty();
        }
        Instant looked = visit.looked();
        if (looked == null) {
            return visit.failure() == null ? Optional.of(pages.refresh(page)) : Optional.empty();
        }
        return looked.isBefore(begun) ? Optional.empty() : Optional.of(CompletableFuture.completedFuture(null));
    }
}
