package org.callboard.core.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.signin.Kept;
import org.callboard.api.signin.SignedInPerson;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.callboard.core.db.TestDatabase;
import org.callboard.core.session.Seal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class AttemptsIT {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final TestDatabase server;
    private final Path folder;
    private Database database;

    AttemptsIT(TestDatabase server, @TempDir Path folder) {
        this.server = server;
        this.folder = folder;
    }

    @BeforeEach
    void open() {
        database = server.open(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Attempts attempts(Duration later) {
        return new Attempts(database, Seal.in(folder), Clock.fixed(START.plus(later), ZoneOffset.UTC));
    }

    private static Attempt attempt(String browser) {
        return new Attempt(
                browser,
                "sign-in-oidc",
                "company",
                "/catalog",
                new CodeProof("v-1"),
                Kept.NOTHING.with("nonce", "n-1"));
    }

    @Test
    void givesBackOnceWhatWasKeptAlsoOnAnotherNode() {
        attempts(Duration.ZERO).begin("state", attempt("browser"));
        Attempt found = attempts(Duration.ofMinutes(9)).take("state").orElseThrow();
        assertEquals(attempt("browser"), found);
        assertEquals(Optional.empty(), attempts(Duration.ZERO).take("state"));
        assertEquals(Optional.empty(), attempts(Duration.ZERO).take(""));
    }

    @Test
    void forgetsWhatTookTooLong() {
        attempts(Duration.ZERO).begin("state", attempt("browser"));
        assertEquals(Optional.empty(), attempts(Duration.ofMinutes(11)).take("state"));
    }

    @Test
    void keepsNoSecretThatCouldBeReadFromTheTable() {
        attempts(Duration.ZERO).begin("state", attempt("browser"));
        byte[] kept = database.read(
                        connection -> Rows.select(connection, "select kept from sign_in", row -> row.getBytes(1)))
                .get(0);
        String stored = new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertFalse(stored.contains("n-1") || stored.contains("v-1"));
    }

    @Test
    void forgetsWhatAnotherKeyClosed(@TempDir Path other) {
        attempts(Duration.ZERO).begin("state", attempt("browser"));
        Attempts elsewhere = new Attempts(database, Seal.in(other), Clock.fixed(START, ZoneOffset.UTC));
        assertEquals(Optional.empty(), elsewhere.take("state"));
    }

    @Test
    void bindsAUserToWhoWasFirst() {
        Bindings bindings = new Bindings(database, Clock.fixed(START, ZoneOffset.UTC));
        assertEquals("user:default/mara", bindings.bind(person("1"), "user:default/mara"));
        assertEquals("user:default/mara", bindings.bind(person("1"), "user:default/renamed"));
        PortalException refused =
                assertThrows(PortalException.class, () -> bindings.bind(person("2"), "user:default/mara"));
        assertEquals(ProblemKind.NOT_ALLOWED, refused.kind());
        bindings.release("user:default/mara");
        assertEquals("user:default/mara", bindings.bind(person("2"), "user:default/mara"));
        assertThrows(PortalException.class, () -> bindings.release("user:default/nobody"));
        assertTrue(bindings.list().stream().allMatch(one -> one.subject().equals("2")));
    }

    private static SignedInPerson person(String subject) {
        return new SignedInPerson("https://id.example.com", subject, "mara", "Mara", null, Set.of());
    }
}
