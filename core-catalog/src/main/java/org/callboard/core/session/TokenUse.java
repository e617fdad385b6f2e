package org.callboard.core.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;
import org.callboard.api.problem.PortalException;
import org.callboard.core.thread.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down when tokens were used: once a minute and token at the most, and no request waits for it. */
final class TokenUse implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TokenUse.class);
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final int MOST = 10_000;
    private static final int END_SECONDS = 5;

    private final ObjLongConsumer<AccessToken> writing;
    private final Clock clock;
    private final Map<String, Long> minutes = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Workers.of("token-use", 1);

    /**
     * Begins with nothing known.
     *
     * @param writing takes a token and the beginning of a minute in which it was used, in milliseconds since 1970
     */
    TokenUse(ObjLongConsumer<AccessToken> writing, Clock clock) {
        this.writing = writing;
        this.clock = clock;
    }

    void used(AccessToken token) {
        long minute = clock.millis() / MINUTE * MINUTE;
        if (isFirst(token.hash(), minute)) {
            try {
                thread.execute(() -> write(token, minute));
            } catch (RejectedExecutionException closed) {
                // the portal stops
            }
        }
    }

    private boolean isFirst(String hash, long minute) {
        Long before = minutes.get(hash);
        if (before != null) {
            return before < minute && minutes.replace(hash, before, minute);
        }
        if (minutes.size() >= MOST) {
            minutes.clear();
        }
        return minutes.putIfAbsent(hash, minute) == null;
    }

    private void write(AccessToken token, long minute) {
        try {
            writing.accept(token, minute);
        } catch (PortalException failure) {
            LOG.warn("It could not be written down that the {} was used", token, failure);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
