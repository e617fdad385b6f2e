package org.callboard.core.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sessions of one person, as they see them themselves. */
public final class OwnSessions {

    private static final int MARK = 16;

    private final Sessions sessions;
    private final Session here;

    /**
     * Knows those of whoever has a session.
     *
     * @param here that session
     */
    public OwnSessions(Sessions sessions, Session here) {
        this.sessions = sessions;
        this.here = here;
    }

    /**
     * A session that goes on.
     *
     * @param mark tells it from the person's others; of no use to sign in by
     * @param plugin by which they signed in; null where the portal itself let them in
     * @param here whether it is the one that asks
     */
    public record Open(
            String mark,
            Instant used,
            Instant expires,
            @Nullable String plugin,
            boolean here) {}

    /** {@return some of them, those last used first} */
    public List<Open> list() {
        return sessions.like(here).stream().map(this::open).toList();
    }

    private Open open(SessionRow row) {
        SessionRow.Sealed proof = row.proof();
        Session session = row.session();
        return new Open(
                mark(session),
                row.used(),
                session.expires(),
                proof == null ? null : proof.plugin(),
                session.id().equals(here.id()));
    }

    private static String mark(Session session) {
        return session.id().substring(0, MARK);
    }

    /** Ends one. {@return whether there was one of that mark} */
    public boolean end(String mark) {
        Optional<Session> found = sessions.like(here).stream()
                .map(SessionRow::session)
                .filter(session -> mark(session).equals(mark))
                .findFirst();
        found.ifPresent(sessions::end);
        return found.isPresent();
    }
}
