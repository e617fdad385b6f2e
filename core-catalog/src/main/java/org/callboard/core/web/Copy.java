package org.callboard.core.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.Problem.Level;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.web.Outcome.Failed;
import org.callboard.core.web.Outcome.Fetched;
import org.jspecify.annotations.Nullable;

/** What is known of one page; its body lies in the database. Thread-safe. */
final class Copy {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_TRUST = Duration.ofDays(1);
    /** For how long a server may show what was there before a push. */
    private static final Duration LATE = Duration.ofSeconds(5);

    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final WebUrl url;
    private final @Nullable RepositoryAddress repository;
    private @Nullable String hash;
    private Validators validators = Validators.NONE;
    private @Nullable Problem problem;
    private int failures;
    private @Nullable Instant lookedAt;
    private @Nullable Instant changedAt;
    private @Nullable Instant wholeAt;
    private @Nullable Instant startedAt;
    private Instant due;
    private Instant lateUntil = Instant.MIN;
    private boolean isOutrun;
    private CompletableFuture<Void> fetch = DONE;

    /** A page that was never asked for. */
    Copy(WebUrl url, Instant due) {
        this.url = url;
        this.repository = RepositoryAddress.of(url).orElse(null);
        this.due = due;
        this.problem = pending(url);
    }

    static Problem pending(WebUrl url) {
        return new Problem(
                Level.INFO,
                "url-pending",
                null,
                SourcePosition.ofFile(url.toString()),
                "'" + url + "' has not been read yet.",
                "Nothing need be done; it is read within moments.");
    }

    /** A page of which there is a copy. */
    Copy(WebUrl url, Instant due, CopyRows.Row row) {
        this(url, due);
        this.hash = row.hash();
        this.validators = row.validators();
        this.problem = null;
        this.lookedAt = row.readAt();
        this.changedAt = row.readAt();
        this.wholeAt = row.readAt();
    }

    WebUrl url() {
        return url;
    }

    boolean isOf(RepositoryAddress whole) {
        return whole.equals(repository);
    }

    /** {@return what is wrong}; null where the copy is good */
    synchronized @Nullable Problem problem() {
        return problem;
    }

    /** {@return the hash of the last good copy}; null where there is none */
    synchronized @Nullable String hash() {
        return hash;
    }

    synchronized String fingerprint() {
        return problem != null ? fingerprint(problem) : String.valueOf(hash);
    }

    static String fingerprint(Problem problem) {
        return problem.code() + " " + Body.hash(problem.reason() + "\n" + problem.fix());
    }

    synchronized Status status() {
        boolean pending = lookedAt == null;
        return new Status(lookedAt, changedAt, due, failures, pending ? null : problem);
    }

    synchronized boolean isDue(Instant now) {
        return !now.isBefore(due);
    }

    synchronized boolean holds(Body body) {
        return body.hash().equals(hash);
    }

    /** {@return what to complete when the fetch has ended}; empty where one is under way, or began a moment ago */
    synchronized Optional<CompletableFuture<Void>> begin(Instant now) {
        boolean tooSoon = startedAt != null && now.isBefore(startedAt.plus(SHORTEST_PAUSE)) && !now.isBefore(startedAt);
        if (!fetch.isDone() || tooSoon) {
            return Optional.empty();
        }
        startedAt = now;
        isOutrun = false;
        fetch = new CompletableFuture<>();
        return Optional.of(fetch);
    }

    /** Makes it due, as it may have changed just now: what is under way may come to what was there before. */
    synchronized void pushed(Instant now) {
        due = now;
        lateUntil = now.plus(LATE);
        isOutrun = !fetch.isDone();
    }

    /** {@return the fetch that is under way, or one that has ended} */
    synchronized CompletableFuture<Void> underWay() {
        return fetch;
    }

    /** {@return what to show the server}; nothing once a day, as some say for ever that a page did not change */
    synchronized Validators validators(Instant now) {
        boolean old = wholeAt == null || !now.isBefore(wholeAt.plus(LONGEST_TRUST));
        return old || hash == null ? Validators.NONE : validators;
    }

    /** Takes what came of a fetch. {@return whether reading comes to something else now} */
    synchronized boolean take(Outcome outcome, Schedule schedule) {
        String before = fingerprint();
        Instant now = schedule.now();
        lookedAt = now;
        if (outcome instanceof Failed failed) {
            problem = failed.problem();
            failures++;
            due = schedule.afterFailure(failures, failed.retryAfter());
        } else {
            if (outcome instanceof Fetched page) {
                takePage(page, now);
            }
            problem = null;
            failures = 0;
            due = schedule.afterSuccess();
        }
        boolean isOther = !before.equals(fingerprint());
        due = isOutrun ? now : afterPush(isOther || outcome instanceof Failed);
        return isOther;
    }

    /** {@return when to ask again}: once more soon, where a push was a moment ago and does not show yet */
    private Instant afterPush(boolean isAnswered) {
        boolean isLate = !isAnswered && startedAt != null && startedAt.isBefore(lateUntil);
        Instant next = isLate ? lateUntil : due;
        lateUntil = isLate ? lateUntil : Instant.MIN;
        return next;
    }

    private void takePage(Fetched page, Instant now) {
        if (!holds(page.body())) {
            hash = page.body().hash();
            changedAt = now;
        }
        validators = page.validators();
        wholeAt = now;
    }
}
