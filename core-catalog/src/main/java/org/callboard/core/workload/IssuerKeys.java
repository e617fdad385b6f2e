package org.callboard.core.workload;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of one issuer, as it tells of them under its own address. However many tokens name keys that are not known, it is
 * asked once at a time, and not again before a pause is over.
 */
final class IssuerKeys {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_KEYS = 100;

    private final String issuer;
    private final Function<URI, Json> web;
    private final LongSupplier nanos;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Known known = new Known(Map.of(), 0, false);

    /**
     * What is known.
     *
     * @param asked when the issuer was asked last
     * @param wasAsked whether it ever was
     */
    private record Known(Map<String, SigningKey> keys, long asked, boolean wasAsked) {

        boolean isOlder(Duration age, long now) {
            return !wasAsked || now - asked >= age.toNanos();
        }
    }

    /** @param web answers with the JSON at an address */
    IssuerKeys(String issuer, Function<URI, Json> web, LongSupplier nanos) {
        this.issuer = issuer;
        this.web = web;
        this.nanos = nanos;
    }

    /** {@return the key of this name, or null where the issuer has none} */
    @Nullable SigningKey find(String id) {
        Known now = known;
        boolean isEnough = now.keys().containsKey(id) && !now.isOlder(FRESH, nanos.getAsLong());
        if (!isEnough && now.isOlder(PAUSE, nanos.getAsLong())) {
            refresh(id);
        }
        return known.keys().get(id);
    }

    /** Who has a key to go on with does not wait for another's question. */
    private void refresh(String id) {
        try {
            boolean mayAsk = known.keys().containsKey(id)
                    ? asking.tryLock()
                    : asking.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (mayAsk) {
                try {
                    ask();
                } finally {
                    asking.unlock();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() {
        if (!known.isOlder(PAUSE, nanos.getAsLong())) {
            return;
        }
        Map<String, SigningKey> keys = known.keys();
        try {
            keys = fetch();
        } catch (PortalException | RefusedTokenException | IllegalArgumentException failure) {
            LOG.warn("The keys of {} can't be had, and the last ones stay: {}", issuer, failure.getMessage());
        }
        known = new Known(keys, nanos.getAsLong(), true);
    }

    private Map<String, SigningKey> fetch() throws RefusedTokenException {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        Json.Obj discovered = object(web.apply(URI.create(base + "/.well-known/openid-configuration")));
        if (!discovered.text("issuer").orElse("").equals(issuer)) {
            throw new RefusedTokenException("it names itself otherwise");
        }
        URI place = URI.create(discovered.text("jwks_uri").orElse(""));
        URI own = URI.create(issuer);
        boolean isOwn =
                own.getScheme().equals(place.getScheme()) && own.getAuthority().equals(place.getAuthority());
        if (!isOwn) {
            throw new RefusedTokenException("its keys are on another server");
        }
        Map<String, SigningKey> keys = new HashMap<>();
        for (Json item : object(web.apply(place)).array("keys").items()) {
            if (item instanceof Json.Obj described && keys.size() < MOST_KEYS) {
                SigningKey.of(described).ifPresent(key -> keys.put(key.id(), key));
            }
        }
        return Map.copyOf(keys);
    }

    private static Json.Obj object(Json json) {
        return json instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    }
}
