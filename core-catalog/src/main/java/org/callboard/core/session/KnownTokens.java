package org.callboard.core.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All tokens as they were read a moment ago, so that requests cost no statement of their own: what another node revokes ends
 * here within seconds, and a stranger who tries many costs as little.
 */
final class KnownTokens {

    static final Duration FRESH = Duration.ofSeconds(2);
    /** A token that another node has just made must not be unknown here for long. */
    static final Duration FRESH_ENOUGH_TO_REFUSE = Duration.ofMillis(200);

    private static final int START = 16;

    private final Supplier<List<AccessToken>> reading;
    private final Clock clock;
    private volatile @Nullable Copy copy;

    /** What was read, by the first characters of the hash. */
    private record Copy(Map<String, AccessToken> tokens, Instant read) {

        boolean isYoungerThan(Duration age, Instant now) {
            return Duration.between(read, now).abs().compareTo(age) < 0;
        }
    }

    KnownTokens(Supplier<List<AccessToken>> reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
    }

    /** {@return the token with this hash, good or not} */
    Optional<AccessToken> find(String hash) {
        Optional<AccessToken> found = in(copy(FRESH), hash);
        return found.isPresent() ? found : in(copy(FRESH_ENOUGH_TO_REFUSE), hash);
    }

    private static Optional<AccessToken> in(Copy copy, String hash) {
        return Optional.ofNullable(copy.tokens().get(start(hash))).filter(token -> Secrets.same(token.hash(), hash));
    }

    private static String start(String hash) {
        return hash.substring(0, START);
    }

    private Copy copy(Duration age) {
        Copy now = copy;
        return now != null && now.isYoungerThan(age, clock.instant()) ? now : read(age);
    }

    /** Who waited for another to read need not read again. */
    private synchronized Copy read(Duration age) {
        Copy now = copy;
        if (now != null && now.isYoungerThan(age, clock.instant())) {
            return now;
        }
        Instant begun = clock.instant();
        Copy fresh = new Copy(
                reading.get().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                token -> start(token.hash()), Function.identity(), (one, other) -> one)),
                begun);
        copy = fresh;
        return fresh;
    }

    /** Has all be read anew. */
    synchronized void forget() {
        copy = null;
    }
}
