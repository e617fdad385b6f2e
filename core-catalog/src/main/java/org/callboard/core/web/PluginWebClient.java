package org.callboard.core.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.callboard.api.net.WebAnswer;
import org.callboard.api.net.WebRequest;
import org.callboard.api.problem.PortalException;
import org.callboard.core.read.UnreadableException;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Asks servers for one plugin: as many at a time as it has places for, and again where that may help. */
public final class PluginWebClient implements org.callboard.api.net.WebClient, AutoCloseable {

    private static final FetchLimits LIMITS =
            new FetchLimits(Duration.ofSeconds(5), Duration.ofSeconds(30), 10_000_000, 32 * 1024, 5);
    private static final int PLACES = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private static final Set<String> PASSING_FAILURES = Set.of("url-unreachable", "url-broken-answer");

    private final String plugin;
    private final Asking asking;
    private final Semaphore places = new Semaphore(PLACES);

    PluginWebClient(String plugin, Asking asking) {
        this.plugin = plugin;
        this.asking = asking;
    }

    /** Opens nothing before the first request. */
    public static PluginWebClient open(String plugin, Supplier<List<AllowedHost>> allowed) {
        return new PluginWebClient(
                plugin,
                new Asking(
                        "web-client-" + plugin,
                        new ReadingRules(allowed),
                        NameResolver.SYSTEM,
                        LIMITS,
                        new SslContextFactory.Client()));
    }

    @Override
    public WebAnswer send(WebRequest request) {
        long end = System.nanoTime() + request.timeout().toNanos();
        AskProblems problems = AskProblems.of(plugin, request.uri());
        try {
            if (!places.tryAcquire(request.timeout().toNanos(), TimeUnit.NANOSECONDS)) {
                throw problems.of(
                        PLACES + " other requests of the plugin are under way", "Ask for less at a time.", null);
            }
            try {
                return answer(request, end, problems);
            } finally {
                places.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw problems.of("the plugin was told to stop", "Try again.", stopped);
        }
    }

    private WebAnswer answer(WebRequest request, long end, AskProblems problems) throws InterruptedException {
        for (int tried = 0; ; tried++) {
            boolean mayRepeat = tried < request.retries();
            Asking.Conversation conversation = asking.about(request, end, problems);
            long pause;
            try {
                HeldAnswer answer = conversation.run();
                pause = pause(tried, answer);
                if (!mayRepeat || !PASSING.contains(answer.status()) || !isInTime(pause, end)) {
                    return answer;
                }
            } catch (UnreadableException failure) {
                pause = pause(tried);
                boolean mayPass = PASSING_FAILURES.contains(failure.problem().code());
                if (!mayRepeat || !mayPass || !isInTime(pause, end)) {
                    throw explained(conversation, failure);
                }
            }
            TimeUnit.NANOSECONDS.sleep(pause);
        }
    }

    private static PortalException explained(Asking.Conversation conversation, UnreadableException failure) {
        return conversation.problems().of(failure);
    }

    private static boolean isInTime(long pause, long end) {
        return end - System.nanoTime() > pause;
    }

    /** What the server wishes, or else longer and longer. */
    private static long pause(int tried, WebAnswer answer) {
        return RetryAfter.of(answer.header("Retry-After").orElse(null), Instant.now())
                .map(Duration::toNanos)
                .orElseGet(() -> pause(tried));
    }

    private static long pause(int tried) {
        long longest = FIRST_PAUSE.toNanos() << tried;
        return longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2);
    }

    @Override
    public void close() {
        asking.close();
    }
}
