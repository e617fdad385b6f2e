package org.callboard.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.signin.Kept;
import org.callboard.api.signin.SignedIn;
import org.callboard.api.signin.SignedInPerson;
import org.callboard.core.SetClock;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.callboard.core.db.TestDatabase;
import org.callboard.core.policy.Identity;
import org.callboard.core.session.Sessions.Lifetimes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SessionsIT {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Identity MARA =
            new Identity("user:default/mara", "Mara", "https://id.example.com", "1", Set.of("group:default/payments"));

    private final TestDatabase server;
    private final Path folder;
    private final SetClock clock = new SetClock();
    private final AtomicInteger asked = new AtomicInteger();
    private Renewal renewal = this::confirmed;
    private Database database;
    private Sessions sessions;

    SessionsIT(TestDatabase server, @TempDir Path folder) {
        this.server = server;
        this.folder = folder;
    }

    @BeforeEach
    void open() {
        database = server.open(folder);
        sessions = node();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Sessions node() {
        Lifetimes lifetimes = new Lifetimes(HOUR, HOUR.multipliedBy(10));
        return new Sessions(
                database, Seal.in(folder), () -> lifetimes, (who, proof) -> renewal.renew(who, proof), clock);
    }

    private Renewal.Renewed confirmed(Identity who, Proof proof) {
        asked.incrementAndGet();
        return new Renewal.Renewed(
                new Identity(who.name(), "Mara Lind", who.issuer(), who.subject(), Set.of()),
                proof("refresh-" + asked.get()));
    }

    private Proof proof(String token) {
        SignedInPerson person =
                new SignedInPerson("https://id.example.com", "1", "mara", "Mara", null, Set.of("payments"));
        Kept kept = Kept.NOTHING.with("refresh_token", token);
        return new Proof(
                "sign-in-oidc", "company", new SignedIn(person, clock.instant().plus(Duration.ofMinutes(10)), kept));
    }

    @Test
    void anotherNodeKnowsWhoItIs() {
        String cookie = sessions.create(MARA, proof("secret"));
        Session found = node().find(cookie).orElseThrow();
        assertEquals(MARA, found.identity());
        assertEquals(sessions.find(cookie).orElseThrow().csrf(), found.csrf());
        assertEquals(
                Identity.ADMINISTRATOR,
                node().find(sessions.create(Identity.ADMINISTRATOR))
                        .orElseThrow()
                        .identity());
    }

    @Test
    void endsWhenNobodyUsesItAndAtTheLatestWhenItsTimeIsOver() {
        String idle = sessions.create(Identity.ADMINISTRATOR);
        String used = sessions.create(Identity.ADMINISTRATOR);
        for (int hour = 0; hour < 10; hour++) {
            assertTrue(sessions.find(used).isPresent(), "hour " + hour);
            clock.pass(HOUR.minusMinutes(1));
        }
        assertEquals(Optional.empty(), sessions.find(idle));
        assertTrue(sessions.find(used).isPresent());
        clock.pass(Duration.ofMinutes(11));
        assertEquals(Optional.empty(), sessions.find(used));
        assertEquals(Optional.empty(), node().find(used));
    }

    @Test
    void whoIsVouchedForIsAskedAboutAgainOnceAndIsWhoTheyAreNow() {
        String cookie = sessions.create(MARA, proof("secret"));
        clock.pass(Duration.ofMinutes(11));
        Session stream = sessions.find(cookie).orElseThrow();
        assertEquals("Mara Lind", stream.identity().displayName());
        assertEquals(Set.of(), stream.identity().groups());
        assertTrue(node().find(cookie).isPresent());
        assertEquals(1, asked.get());
        clock.pass(Duration.ofMinutes(11));
        assertFalse(sessions.isGood(stream));
        assertEquals(1, asked.get());
    }

    @Test
    void aRefusalEndsItEverywhere() {
        String cookie = sessions.create(MARA, proof("secret"));
        Sessions other = node();
        Session there = other.find(cookie).orElseThrow();
        renewal = failing(ProblemKind.NOT_ALLOWED);
        clock.pass(Duration.ofMinutes(11));
        assertEquals(Optional.empty(), sessions.find(cookie));
        assertFalse(other.isGood(there));
        assertEquals(Optional.empty(), other.find(cookie));
    }

    @Test
    void whereNobodyCanBeAskedItGoesOnUntilTheNextTry() {
        String cookie = sessions.create(MARA, proof("secret"));
        renewal = failing(ProblemKind.UNAVAILABLE);
        clock.pass(Duration.ofMinutes(11));
        assertTrue(sessions.find(cookie).isPresent());
        assertTrue(sessions.find(cookie).isPresent());
        assertEquals(1, asked.get());
        clock.pass(Duration.ofMinutes(1));
        renewal = failing(ProblemKind.NOT_ALLOWED);
        assertEquals(Optional.empty(), sessions.find(cookie));
        assertEquals(2, asked.get());
    }

    private Renewal failing(ProblemKind kind) {
        return (who, proof) -> {
            asked.incrementAndGet();
            throw new PortalException(kind, "No.");
        };
    }

    @Test
    void endsOneAndAllOfAUser() {
        String one = sessions.create(MARA, proof("secret"));
        String another = sessions.create(MARA, proof("secret"));
        String admin = sessions.create(Identity.ADMINISTRATOR);
        Sessions.Ended ended = sessions.end(one).orElseThrow();
        Proof proof = Optional.ofNullable(ended.proof()).orElseThrow();
        assertEquals(Optional.of("secret"), proof.signedIn().kept().get("refresh_token"));
        assertEquals(Optional.empty(), sessions.find(one));
        assertTrue(sessions.find(another).isPresent());
        sessions.endOf(MARA.name());
        assertEquals(Optional.empty(), sessions.find(another));
        assertTrue(sessions.find(admin).isPresent());
    }

    @Test
    void whatTheProviderGaveIsNotToBeReadFromTheTable() {
        String cookie = sessions.create(MARA, proof("very-secret"));
        String text = database.read(
                        connection -> Rows.select(connection, "select proof from session", row -> row.getString(1)))
                .get(0);
        byte[] bytes = Base64.getDecoder().decode(text);
        assertFalse(new String(bytes, StandardCharsets.ISO_8859_1).contains("very-secret"));
        assertFalse(sessions.find(cookie).toString().contains("very-secret"));
    }

    @Test
    void showsWhoHasOneTheirOthersAndEndsThoseAlone() {
        String cookie = sessions.create(MARA);
        String other = sessions.create(MARA);
        String stranger = sessions.create(Identity.ADMINISTRATOR);
        OwnSessions own = new OwnSessions(sessions, sessions.find(cookie).orElseThrow());
        OwnSessions strangers =
                new OwnSessions(sessions, sessions.find(stranger).orElseThrow());
        assertEquals(2, own.list().size());
        assertFalse(own.end(strangers.list().get(0).mark()));
        assertTrue(sessions.find(stranger).isPresent());
        own.list().stream().filter(session -> !session.here()).forEach(session -> assertTrue(own.end(session.mark())));
        assertTrue(sessions.find(other).isEmpty());
        assertTrue(sessions.find(cookie).isPresent());
    }
}
