package org.callboard.core.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.callboard.api.config.LeasedSecret;
import org.callboard.api.config.Secret;
import org.callboard.api.config.SecretProvider;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.config.SecretReference;
import org.callboard.core.config.SecretSource.Fetched;
import org.callboard.core.mask.KnownSecrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProvidedSecretsTest {

    private static final SecretReference PASSWORD = new SecretReference("safe", "payments#password");
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final Map<String, String> safe = new HashMap<>(Map.of("payments#password", "hush-3f9a"));
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger changes = new AtomicInteger();
    private final KnownSecrets known = new KnownSecrets();
    private boolean isServing = true;
    private final ProvidedSecrets secrets = new ProvidedSecrets(
            () -> isServing ? List.of(new Handle(this::fetch)) : List.of(),
            known,
            nanos::get,
            changes::incrementAndGet);

    /** A plugin's extension, called as it is. */
    private record Handle(SecretProvider provider) implements ExtensionHandle<SecretProvider> {

        @Override
        public String plugin() {
            return "e2e-safe";
        }

        @Override
        public String version() {
            return "1.0.0";
        }

        @Override
        public String digest() {
            return "sha256:00";
        }

        @Override
        public String id() {
            return "safe";
        }

        @Override
        public String title() {
            return "Safe";
        }

        @Override
        public ExtensionHandle<SecretProvider> patient(Duration time) {
            return this;
        }

        @Override
        public <R> R call(Function<? super SecretProvider, ? extends R> call) {
            return call.apply(provider);
        }
    }

    private LeasedSecret fetch(String key) {
        String value = safe.get(key);
        if (value == null) {
            throw new PortalException(ProblemKind.UNAVAILABLE, "The safe is locked.");
        }
        return new LeasedSecret(Secret.of(value), LEASE);
    }

    @AfterEach
    void close() {
        secrets.close();
    }

    private void want() {
        assertTrue(secrets.wantNew(Map.of("rates", Set.of(PASSWORD))));
    }

    private void after(Duration time) {
        nanos.addAndGet(time.toNanos());
        secrets.round();
    }

    @Test
    void fetchesWhatIsNewAtOnceAndKnowsItForASecret() {
        want();
        assertEquals(new Fetched("hush-3f9a", null), secrets.find(PASSWORD));
        assertEquals(1, changes.get());
        assertEquals("***", known.masked("hush-3f9a"));
        assertFalse(secrets.wantNew(Map.of("rates", Set.of(PASSWORD))));
    }

    @Test
    void fetchesAgainBeforeTheLeaseIsOver() {
        want();
        safe.put("payments#password", "hush-7c21");
        after(Duration.ofSeconds(39));
        assertEquals("hush-3f9a", secrets.find(PASSWORD).value());
        after(Duration.ofSeconds(2));
        assertEquals(new Fetched("hush-7c21", null), secrets.find(PASSWORD));
        assertEquals(2, changes.get());
    }

    @Test
    void keepsTheLastOneAndSaysSoOnlyWhenItsLeaseIsOver() {
        want();
        safe.clear();
        after(Duration.ofSeconds(41));
        assertEquals(new Fetched("hush-3f9a", null), secrets.find(PASSWORD));
        assertEquals(1, changes.get());
        after(Duration.ofSeconds(20));
        assertEquals(new Fetched("hush-3f9a", "The safe is locked"), secrets.find(PASSWORD));
        assertEquals(2, changes.get());
        safe.put("payments#password", "hush-3f9a");
        after(Duration.ofSeconds(60));
        assertEquals(new Fetched("hush-3f9a", null), secrets.find(PASSWORD));
        assertEquals(3, changes.get());
    }

    @Test
    void waitsForThePluginThatKnowsTheScheme() {
        isServing = false;
        want();
        Fetched none = secrets.find(PASSWORD);
        assertNull(none.value());
        assertEquals("no plugin that serves provides secrets of 'safe'", none.trouble());
        isServing = true;
        secrets.round();
        assertNull(secrets.find(PASSWORD).value());
        after(Duration.ofSeconds(1));
        assertEquals("hush-3f9a", secrets.find(PASSWORD).value());
    }

    @Test
    void pausesLongerAndLongerButNotForever() {
        AtomicInteger asked = new AtomicInteger();
        try (ProvidedSecrets failing = new ProvidedSecrets(
                () -> List.of(new Handle(key -> {
                    asked.incrementAndGet();
                    throw new PortalException(ProblemKind.UNAVAILABLE, "The safe is locked.");
                })),
                known,
                nanos::get,
                changes::incrementAndGet)) {
            assertTrue(failing.wantNew(Map.of("rates", Set.of(PASSWORD))));
            for (int second = 0; second < 600; second++) {
                nanos.addAndGet(Duration.ofSeconds(1).toNanos());
                failing.round();
            }
        }
        assertTrue(asked.get() >= 10 && asked.get() <= 20, () -> "It was asked " + asked + " times.");
        assertEquals(1, changes.get());
    }

    @Test
    void forgetsWhatNobodyWantsAnyMore() {
        want();
        secrets.want(Map.of());
        assertNull(secrets.find(PASSWORD).value());
    }

    @Test
    void aProviderThatGivesNothingIsInTheWrong() {
        safe.put("payments#password", "");
        want();
        assertEquals(
                "plugin 'e2e-safe' gave nothing, or more than 64 KiB",
                secrets.find(PASSWORD).trouble());
    }
}
