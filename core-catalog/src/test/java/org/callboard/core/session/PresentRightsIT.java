package org.callboard.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.callboard.api.catalog.Filter;
import org.callboard.api.security.Permission;
import org.callboard.core.SetClock;
import org.callboard.core.db.Database;
import org.callboard.core.policy.Identity;
import org.callboard.core.policy.Rights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresentRightsIT {

    private static final Permission READ = new Permission(Permission.CATALOG_READ);
    private static final Filter OURS = Filter.equal("relations.ownedby", "group:default/us");

    @Test
    void whoWasLetInBeforeMayDoWhatTheyMayNow(@TempDir Path folder) {
        AtomicReference<Rights> rights = new AtomicReference<>(Rights.ALL);
        SetClock clock = new SetClock();
        try (Database database = new Database(folder.resolve("database"));
                AccessTokens tokens = new AccessTokens(database, new TokenRules(() -> Duration.ofDays(1)), clock)) {
            Sessions sessions = new Sessions(
                    database, Seal.in(folder), () -> Sessions.Lifetimes.USUAL, Renewal.Renewed::new, clock);
            Authentication authentication = new Authentication(
                    AdminToken.in(folder), tokens, ForeignTokens.NONE, sessions, who -> rights.get(), null);
            PortalCaller caller =
                    authentication.by(new Session("1", new Identity("user:default/mara", "Mara"), "csrf", Instant.MAX));
            assertEquals(Filter.NONE, authentication.now(caller).entities(READ.name()));
            rights.set(new TestRights(Map.of(READ.name(), OURS)));
            assertEquals(OURS, authentication.now(caller).entities(READ.name()));
            rights.set(new TestRights(Map.of()));
            assertFalse(authentication.now(caller).may(READ));
            assertTrue(authentication.now(PortalCaller.ADMINISTRATOR).may(READ));
        }
    }
}
