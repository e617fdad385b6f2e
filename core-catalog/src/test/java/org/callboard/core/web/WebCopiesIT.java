package org.callboard.core.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.Problem.Level;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.callboard.core.read.UnreadableException;
import org.callboard.core.web.Outcome.Failed;
import org.callboard.core.web.Outcome.Fetched;
import org.callboard.core.web.Outcome.Unchanged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies over pages that say what a test tells them to; rows B1, B7 and B8 of what the portal must survive. */
class WebCopiesIT {

    private static final String A = "https://example.com/a";
    private static final String B = "https://example.com/b";
    private static final String LED = "https://example.com/acme/led/blob/main/catalog-info.yaml";
    private static final String LEDGER = "https://example.com/acme/ledger/blob/main/catalog-info.yaml";
    private static final Duration INTERVAL = Duration.ofMinutes(2);
    private static final Duration LONG = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private final HandDriven driven = new HandDriven();
    private final Map<String, Outcome> pages = new ConcurrentHashMap<>();
    private final List<Validators> shown = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final AtomicInteger changes = new AtomicInteger();
    private Database database;
    private WebCopies copies;

    @BeforeEach
    void open() {
        database = new Database(folder);
        copies = copies("example.com");
    }

    @AfterEach
    void close() {
        copies.close();
        database.close();
    }

    private WebCopies copies(String host) {
        Fetcher fetcher = new Fetcher() {
            @Override
            public Outcome fetch(WebUrl page, Validators known) {
                asked.add(page.toString());
                shown.add(known);
                Outcome outcome = pages.get(page.toString());
                if (outcome == null) {
                    throw new IllegalStateException("a fault of the portal");
                }
                return outcome;
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        ReadingRules rules = new ReadingRules(List.of(new AllowedHost(host, 0, List.of())));
        return new WebCopies(
                new CopyRows(database),
                rules,
                new Schedule(INTERVAL, driven.clock(), new Random(1)),
                fetcher,
                driven,
                changes::incrementAndGet);
    }

    private void restart(String host) {
        close();
        open();
        copies.close();
        copies = copies(host);
    }

    private static Fetched page(String text, String etag) {
        return new Fetched(new Body(text.getBytes(StandardCharsets.UTF_8)), Validators.of(etag, null));
    }

    private static Failed failure(String url, int status, String retryAfter) throws UnreadableException {
        return new Failed(FetchProblems.status(WebUrl.parse(url), status).problem(), retryAfter);
    }

    private String text(String url) throws UnreadableException {
        return new String(copies.read(url), StandardCharsets.UTF_8);
    }

    private Problem problem(String url) {
        return assertThrows(UnreadableException.class, () -> copies.read(url)).problem();
    }

    private List<String> rows() {
        return database.read(connection -> Rows.select(
                connection,
                "select url, etag, read_at from web_copy order by url",
                row -> row.getString(1) + " " + row.getString(2) + " " + Instant.ofEpochMilli(row.getLong(3))));
    }

    private Duration untilDue(String url) {
        return Duration.between(driven.clock().instant(), copies.status(url).nextDue());
    }

    @Test
    void aPageIsPendingUntilItHasBeenFetchedAndThenReadable() throws UnreadableException {
        pages.put(A, page("a: 1", "\"1\""));
        assertEquals("url-pending", problem(A).code());
        assertEquals(Level.INFO, problem(A).level());
        String pending = copies.fingerprint(A);
        assertNull(copies.status(A).lookedAt());
        assertEquals(1, driven.run());
        assertEquals("a: 1", text(A));
        assertNotEquals(pending, copies.fingerprint(A));
        assertEquals(1, changes.get());
        Status status = copies.status(A);
        assertEquals(driven.clock().instant(), status.lookedAt());
        assertEquals(driven.clock().instant(), status.changedAt());
        assertEquals(0, status.failures());
        assertNull(status.problem());
    }

    @Test
    void askingForTheFingerprintOfANewPageHasItFetchedOnce() {
        pages.put(A, page("a: 1", null));
        for (int i = 0; i < 5; i++) {
            copies.fingerprint(A);
            copies.fingerprint("HTTPS://EXAMPLE.com:443/x/../a#part");
        }
        assertEquals(1, driven.run());
        assertEquals(List.of(A), asked);
    }

    private int pushed() {
        return copies.pushed(
                RepositoryAddress.parse("https://example.com/acme/led").orElseThrow());
    }

    /** {@return how many fetches come of a push now} */
    private int fetchesOfPush() {
        assertEquals(1, pushed());
        return driven.run();
    }

    @Test
    void aPushHasThePagesOfItsRepositoryAskedForAndNoOthers() throws UnreadableException {
        assertEquals(0, pushed());
        for (String url : List.of(A, LED, LEDGER)) {
            pages.put(url, page("a: 1", null));
            copies.fingerprint(url);
        }
        driven.run();
        driven.pass(Duration.ofSeconds(2));
        asked.clear();
        pages.put(LED, page("a: 2", null));
        assertEquals(1, fetchesOfPush());
        assertEquals(List.of(LED), asked);
        assertEquals("a: 2", text(LED));
        driven.pass(Duration.ofSeconds(20));
        assertEquals(1, asked.size(), "what has changed is not asked for once more");
    }

    @Test
    void aPageThatAPushDoesNotShowOnIsAskedForOnceMore() throws UnreadableException {
        pages.put(LED, page("a: 1", "\"1\""));
        copies.fingerprint(LED);
        driven.run();
        driven.pass(Duration.ofSeconds(2));
        pages.put(LED, new Unchanged());
        assertEquals(1, fetchesOfPush());
        driven.pass(Duration.ofSeconds(4));
        assertEquals(2, asked.size());
        pages.put(LED, page("a: 2", "\"2\""));
        driven.pass(Duration.ofSeconds(1));
        assertEquals("a: 2", text(LED));
        pages.put(LED, new Unchanged());
        assertEquals(0, fetchesOfPush(), "a fetch began a moment ago");
        driven.pass(Duration.ofSeconds(1));
        driven.pass(Duration.ofSeconds(5));
        driven.pass(Duration.ofSeconds(20));
        assertEquals(5, asked.size(), "at once and once more, and then as ever");
    }

    @Test
    void aPageThatFailsIsAskedForHoweverLongItWasToWait() throws UnreadableException {
        pages.put(LED, failure(LED, 503, "3600"));
        copies.fingerprint(LED);
        driven.run();
        driven.pass(Duration.ofSeconds(2));
        pages.put(LED, page("a: 2", null));
        assertEquals(1, fetchesOfPush());
        assertEquals("a: 2", text(LED));
    }

    @Test
    void anAnswerThatWasUnderWayBeforeAPushIsNotTheLastWord() throws UnreadableException {
        pages.put(LED, page("a: 1", null));
        copies.fingerprint(LED);
        for (int i = 0; i < 5; i++) {
            assertEquals(1, pushed());
        }
        assertEquals(1, driven.run());
        assertEquals("a: 1", text(LED));
        pages.put(LED, page("a: 2", null));
        driven.pass(Duration.ofSeconds(1));
        assertEquals("a: 2", text(LED));
        assertEquals(2, asked.size());
    }

    @Test
    void aStatusAsksForNothing() {
        assertEquals(Status.UNKNOWN, copies.status(A));
        assertEquals(0, driven.run());
    }

    @Test
    void aPageIsFetchedAgainAfterAboutTheInterval() throws UnreadableException {
        pages.put(A, page("a: 1", null));
        copies.fingerprint(A);
        driven.run();
        driven.pass(Duration.ofSeconds(89));
        assertEquals(1, asked.size());
        pages.put(A, page("a: 2", null));
        driven.pass(Duration.ofSeconds(62));
        assertEquals(2, asked.size());
        assertEquals("a: 2", text(A));
        assertEquals(2, changes.get());
    }

    @Test
    void aPageThatDidNotChangeIsNotWrittenAndTellsNobody() throws UnreadableException {
        pages.put(A, page("a: 1", "\"1\""));
        copies.fingerprint(A);
        driven.run();
        List<String> before = rows();
        String fingerprint = copies.fingerprint(A);
        pages.put(A, new Unchanged());
        driven.pass(LONG);
        assertEquals(new Validators("\"1\"", null), shown.get(1));
        assertEquals(before, rows());
        assertEquals(fingerprint, copies.fingerprint(A));
        assertEquals(1, changes.get());
        assertEquals("a: 1", text(A));
        assertEquals(driven.clock().instant(), copies.status(A).lookedAt());
        assertEquals(driven.clock().instant().minus(LONG), copies.status(A).changedAt());
    }

    @Test
    void b8ANewTagForTheSameBytesChangesNothingAndIsShownNextTime() {
        pages.put(A, page("a: 1", "\"1\""));
        copies.fingerprint(A);
        driven.run();
        List<String> before = rows();
        pages.put(A, page("a: 1", "\"2\""));
        driven.pass(LONG);
        driven.pass(LONG);
        assertEquals(before, rows());
        assertEquals(1, changes.get());
        assertEquals("\"2\"", shown.get(2).etag());
    }

    @Test
    void b8AServerThatSaysForEverThatNothingChangedIsAskedOutrightOnceADay() throws UnreadableException {
        pages.put(A, page("a: 1", "\"1\""));
        copies.fingerprint(A);
        driven.run();
        pages.put(A, new Unchanged());
        for (int i = 0; i < 20 * 24 - 1; i++) {
            driven.pass(LONG);
        }
        assertEquals(1, shown.stream().filter(Validators.NONE::equals).count());
        pages.put(A, page("a: 2", "\"1\""));
        driven.pass(LONG);
        assertEquals(Validators.NONE, shown.get(shown.size() - 1));
        assertEquals("a: 2", text(A));
        driven.pass(LONG);
        assertNotEquals(Validators.NONE, shown.get(shown.size() - 1));
    }

    @Test
    void afterAFailureReadingSaysWhyAndTheCopyComesBackWithoutBeingSentAgain() throws UnreadableException {
        pages.put(A, page("a: 1", "\"1\""));
        copies.fingerprint(A);
        driven.run();
        String good = copies.fingerprint(A);
        pages.put(A, failure(A, 500, null));
        driven.pass(LONG);
        assertEquals("url-server-failed", problem(A).code());
        String bad = copies.fingerprint(A);
        assertNotEquals(good, bad);
        driven.pass(LONG);
        assertEquals(bad, copies.fingerprint(A));
        assertEquals(2, copies.status(A).failures());
        assertEquals("url-server-failed", copies.status(A).problem().code());
        assertEquals(2, changes.get());
        pages.put(A, new Unchanged());
        driven.pass(LONG);
        assertEquals(good, copies.fingerprint(A));
        assertEquals("a: 1", text(A));
        assertEquals(0, copies.status(A).failures());
        assertEquals(3, changes.get());
    }

    @Test
    void failuresInARowAreAskedForLessAndLess() throws UnreadableException {
        pages.put(A, failure(A, 404, null));
        copies.fingerprint(A);
        driven.run();
        for (int i = 0; i < 24 * 60; i++) {
            driven.pass(Duration.ofMinutes(1));
        }
        assertTrue(asked.size() > 48 && asked.size() < 160, "asked " + asked.size() + " times a day");
        assertEquals(asked.size(), copies.status(A).failures());
        assertEquals(1, changes.get());
    }

    @Test
    void b7AServerThatSaysWhenToComeBackIsHeededWithinBoundsAndOthersDoNotWait() throws UnreadableException {
        pages.put(A, failure(A, 429, "86400"));
        pages.put(B, page("b: 1", null));
        copies.fingerprint(A);
        copies.fingerprint(B);
        driven.run();
        assertEquals(Duration.ofHours(1), untilDue(A));
        assertTrue(untilDue(B).compareTo(LONG) < 0);
        assertEquals("url-rate-limited", copies.status(A).problem().code());
        pages.put(A, failure(A, 403, "-1"));
        driven.pass(Duration.ofHours(1));
        assertTrue(untilDue(A).compareTo(Duration.ofSeconds(10)) >= 0, "after -1: " + untilDue(A));
        assertTrue(untilDue(A).compareTo(Duration.ofSeconds(40)) <= 0, "after -1: " + untilDue(A));
    }

    @Test
    void b1WhatMayNotBeReadIsRefusedWithoutBeingAskedForOrRemembered() {
        for (String url :
                List.of("file:///etc/passwd", "http://2130706433/", "https://other.com/", "https://a@example.com/")) {
            Problem problem = problem(url);
            assertTrue(Set.of("url-scheme", "url-malformed", "url-not-allowed").contains(problem.code()), url);
            assertEquals(problem, copies.status(url).problem());
            assertEquals(copies.fingerprint(url), copies.fingerprint(url));
            assertTrue(copies.refresh(url).isDone());
        }
        assertEquals(0, driven.run());
    }

    @Test
    void aRefreshIsDoneWhenThePageHasBeenFetched() throws UnreadableException {
        pages.put(A, page("a: 1", null));
        CompletableFuture<Void> first = copies.refresh(A);
        CompletableFuture<Void> second = copies.refresh(A);
        assertFalse(first.isDone() || second.isDone());
        assertEquals(1, driven.run());
        assertTrue(first.isDone() && second.isDone());
        assertEquals("a: 1", text(A));
    }

    @Test
    void aRefreshDoesNotWaitUntilThePageIsDueButForASecond() {
        pages.put(A, page("a: 1", null));
        assertFalse(copies.refresh(A).isDone());
        driven.run();
        assertTrue(copies.refresh(A).isDone());
        assertEquals(0, driven.run());
        driven.pass(Duration.ofSeconds(1));
        assertFalse(copies.refresh(A).isDone());
        assertEquals(1, driven.run());
    }

    @Test
    void aFaultOfThePortalIsAProblemAndTheNextAttemptIsDue() throws UnreadableException {
        CompletableFuture<Void> done = copies.refresh(A);
        driven.run();
        assertTrue(done.isDone());
        assertEquals("url-failed", problem(A).code());
        pages.put(A, page("a: 1", null));
        driven.pass(LONG);
        assertEquals("a: 1", text(A));
    }

    @Test
    void aCopyThatCannotBeKeptIsAProblem() {
        pages.put(A, page("a: 1", null));
        copies.fingerprint(A);
        database.close();
        driven.run();
        assertEquals("url-failed", copies.status(A).problem().code());
        database = new Database(folder);
    }

    @Test
    void copiesOutliveARestart() throws UnreadableException {
        pages.put(A, page("a: 1", "\"1\""));
        copies.fingerprint(A);
        driven.run();
        String fingerprint = copies.fingerprint(A);
        List<String> before = rows();
        restart("example.com");
        asked.clear();
        assertEquals(fingerprint, copies.fingerprint(A));
        assertEquals("a: 1", text(A));
        assertEquals(0, driven.run());
        pages.put(A, new Unchanged());
        driven.pass(LONG);
        assertEquals(List.of(A), asked);
        assertEquals("\"1\"", shown.get(shown.size() - 1).etag());
        assertEquals(before, rows());
    }

    @Test
    void whatTheConfigurationAllowsNoMoreIsGoneAfterARestart() {
        pages.put(A, page("a: 1", null));
        copies.fingerprint(A);
        driven.run();
        restart("other.com");
        assertEquals("url-not-allowed", problem(A).code());
        assertEquals(List.of(), rows());
    }

    @Test
    void whatIsNotKeptIsForgottenWithItsRow() throws UnreadableException {
        pages.put(A, page("a: 1", null));
        pages.put(B, page("b: 1", null));
        copies.fingerprint(A);
        copies.fingerprint(B);
        driven.run();
        copies.keepOnly(Set.of("https://EXAMPLE.com/b#x", "file:///etc/passwd"));
        assertEquals(Status.UNKNOWN, copies.status(A));
        assertEquals("b: 1", text(B));
        assertEquals(1, rows().size());
        asked.clear();
        driven.pass(LONG);
        assertEquals(List.of(B), asked);
        assertEquals("url-pending", problem(A).code());
    }

    @Test
    void whatIsForgottenWhileItIsFetchedDoesNotComeBack() {
        pages.put(A, page("a: 1", null));
        CompletableFuture<Void> done = copies.refresh(A);
        copies.keepOnly(Set.of());
        driven.run();
        assertTrue(done.isDone());
        assertEquals(List.of(), rows());
        assertEquals(0, changes.get());
    }

    @Test
    void thereIsAnEndToHowManyPagesAreRead() {
        IntStream.range(0, 10_000).forEach(i -> copies.fingerprint("https://example.com/" + i));
        assertEquals("url-too-many", problem(A).code());
        assertEquals("url-pending", problem("https://example.com/1").code());
    }

    @Test
    void nobodyWaitsForCopiesThatAreClosed() {
        CompletableFuture<Void> under = copies.refresh(A);
        copies.close();
        assertTrue(under.isDone());
        assertTrue(copies.refresh(B).isDone());
        driven.run();
        assertEquals(List.of(), asked);
    }
}
