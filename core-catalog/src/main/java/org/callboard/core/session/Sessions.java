package org.callboard.core.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.db.Database;
import org.callboard.core.policy.Identity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions of browsers, by the hash of their cookie: in the database, and in memory for a moment. Whose session rests on
 * another's word is asked for again from time to time; they wait for the answer, and a no ends the session. Where nobody can be
 * asked, it goes on as it was until the next try.
 */
public final class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration UNTIL_NEXT_TRY = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;
    private static final int LOCKS = 64;
    private static final int TOUCHES = 20;
    private static final int MOST_LISTED = 100;

    private final SessionRows rows;
    private final ProofCodec proofs;
    private final Supplier<Lifetimes> lifetimes;
    private final Renewal renewal;
    private final Clock clock;
    private final Map<String, Copy> known = new ConcurrentHashMap<>();
    private final Lock[] renewing =
            IntStream.range(0, LOCKS).mapToObj(number -> new ReentrantLock()).toArray(Lock[]::new);

    /**
     * For how long sessions are good.
     *
     * @param idle after they were last used
     * @param absolute after they began
     */
    public record Lifetimes(Duration idle, Duration absolute) {

        /** Unless configured. */
        public static final Lifetimes USUAL = new Lifetimes(Duration.ofDays(1), Duration.ofDays(7));
    }

    /**
     * A session that was ended.
     *
     * @param proof why there was one; null where the portal itself let them in
     */
    public record Ended(Session session, @Nullable Proof proof) {}

    private record Copy(SessionRow row, Instant read) {}

    /** Keeps sessions in this database. */
    public Sessions(Database database, Seal seal, Supplier<Lifetimes> lifetimes, Renewal renewal, Clock clock) {
        this.rows = new SessionRows(database);
        this.proofs = new ProofCodec(seal);
        this.lifetimes = lifetimes;
        this.renewal = renewal;
        this.clock = clock;
    }

    /** {@return for how long those are good that begin now} */
    public Lifetimes lifetimes() {
        return lifetimes.get();
    }

    /** Starts a session of somebody whom the portal itself lets in. {@return the cookie's value} */
    public String create(Identity who) {
        return create(who, null);
    }

    /** Starts a session. {@return the cookie's value} */
    public String create(Identity who, @Nullable Proof proof) {
        String cookie = Secrets.fresh();
        String id = Secrets.hash(cookie);
        Instant now = clock.instant();
        Session session =
                new Session(id, who, Secrets.fresh(), now.plus(lifetimes().absolute()));
        rows.add(
                new SessionRow(session, now, proof == null ? null : proofs.close(proof, id)),
                lifetimes().idle());
        return cookie;
    }

    /** {@return the session of a cookie, if there is one that is good}; it counts as used */
    public Optional<Session> find(String cookie) {
        String id = Secrets.hash(cookie);
        SessionRow row = good(id).orElse(null);
        if (row != null && row.isDue(clock.instant())) {
            row = renewed(id).orElse(null);
        }
        if (row == null) {
            return Optional.empty();
        }
        touch(row);
        return Optional.of(row.session());
    }

    /** {@return whether the session would be found without asking anybody}; it does not count as used */
    public boolean isGood(Session session) {
        Instant now = clock.instant();
        return good(session.id()).filter(row -> !row.isDue(now)).isPresent();
    }

    private Optional<SessionRow> good(String id) {
        Instant now = clock.instant();
        Copy copy = known.get(id);
        SessionRow row =
                copy != null && Duration.between(copy.read(), now).abs().compareTo(FRESH) < 0
                        ? copy.row()
                        : rows.find(id, now).map(this::remember).orElse(null);
        if (row == null) {
            known.remove(id);
        }
        return Optional.ofNullable(row)
                .filter(found -> found.isGood(now, lifetimes().idle()));
    }

    private SessionRow remember(SessionRow row) {
        if (known.size() >= MOST_REMEMBERED) {
            known.clear();
        }
        known.put(row.session().id(), new Copy(row, clock.instant()));
        return row;
    }

    private void touch(SessionRow row) {
        Instant now = clock.instant();
        if (Duration.between(row.used(), now).compareTo(lifetimes().idle().dividedBy(TOUCHES)) > 0) {
            rows.use(row.session().id(), now);
            remember(row.used(now));
        }
    }

    /** Who waited for another to ask need not ask again. */
    private Optional<SessionRow> renewed(String id) {
        Lock lock = renewing[Math.floorMod(id.hashCode(), LOCKS)];
        lock.lock();
        try {
            known.remove(id);
            Instant now = clock.instant();
            SessionRow row = good(id).orElse(null);
            if (row == null || !row.isDue(now)) {
                return Optional.ofNullable(row);
            }
            return rows.claim(row, now.plus(UNTIL_NEXT_TRY)) ? asked(row) : Optional.of(row);
        } finally {
            lock.unlock();
        }
    }

    private Optional<SessionRow> asked(SessionRow row) {
        Session session = row.session();
        known.remove(session.id());
        try {
            Proof proof = proof(row)
                    .orElseThrow(() -> new PortalException(
                            ProblemKind.NOT_ALLOWED,
                            "What was kept of the sign-in can't be decrypted: the key is another."));
            Renewal.Renewed now = renewal.renew(session.identity(), proof);
            SessionRow renewed = new SessionRow(
                    new Session(session.id(), now.identity(), session.csrf(), session.expires()),
                    row.used(),
                    proofs.close(now.proof(), session.id()));
            rows.renew(renewed);
            return Optional.of(remember(renewed));
        } catch (PortalException refused) {
            if (refused.kind() == ProblemKind.NOT_ALLOWED) {
                LOG.info("The {} ends: {}", session, refused.message());
                rows.remove(session.id());
                return Optional.empty();
            }
            LOG.warn("Nobody could be asked about the {}; it goes on: {}", session, refused.message());
            return Optional.of(row);
        }
    }

    private Optional<Proof> proof(SessionRow row) {
        SessionRow.Sealed sealed = row.proof();
        return sealed == null
                ? Optional.empty()
                : proofs.open(sealed, row.session().id());
    }

    /** Ends the session of a cookie. {@return it, if there was one} */
    public Optional<Ended> end(String cookie) {
        String id = Secrets.hash(cookie);
        Optional<Ended> ended = rows.find(id, clock.instant())
                .map(row -> new Ended(row.session(), proof(row).orElse(null)));
        known.remove(id);
        rows.remove(id);
        return ended;
    }

    /** {@return the good sessions of whoever has this one, those last used first} */
    List<SessionRow> like(Session own) {
        Instant now = clock.instant();
        return rows.of(own.identity().name(), now, MOST_LISTED).stream()
                .filter(row -> row.isGood(now, lifetimes.get().idle()))
                .toList();
    }

    void end(Session session) {
        known.remove(session.id());
        rows.remove(session.id());
    }

    /** Ends all sessions of a user. */
    public void endOf(String user) {
        rows.removeOf(user);
        known.values().removeIf(copy -> copy.row().session().identity().name().equals(user));
    }
}
