package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the configuration says of those who come in counts while the portal runs, or the log says that it does not. */
class ChangedConfigurationJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PROXY = "auth:\n  proxy: {from: [127.0.0.1], user: X-Forwarded-User}\n";

    private int tokens;

    private static void write(PortalFolder folder, String auth) {
        try {
            String text = PortalFolder.read(folder.config());
            Files.writeString(folder.config(), text.substring(0, text.indexOf("auth:")) + auth);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return whether a token may live for so many days} */
    private boolean maySay(PortalProcess portal, int days) {
        String wish = "{\"name\":\"t" + tokens++ + "\",\"expires\":\"P" + days + "D\"}";
        int status = portal.administrator()
                .post("/api/tokens", "application/json", PluginJar.bytes(wish))
                .status();
        assertTrue(status == 201 || status == 400, () -> "status " + status);
        return status == 201;
    }

    private void await(PortalProcess portal, int longest) {
        Eventually.holds(
                "tokens live for " + longest + " days",
                PATIENCE,
                () -> maySay(portal, longest) && !maySay(portal, longest + 1));
    }

    @Test
    void aKeyCountsAtOnceAndARemovedOneIsTheDefaultAgainAlsoAfterARestart(@TempDir Path root) {
        PortalFolder folder = PortalFolder.with(root, PROXY + "  tokens: {longest: 30d}\n");
        try (PortalProcess portal = PortalProcess.start(folder)) {
            await(portal, 30);
            write(folder, PROXY + "  tokens: {longest: 90d}\n  sessions: {idle: 8h}\n");
            await(portal, 90);
            Client admin = portal.administrator();
            assertEquals(
                    "auth.sessions, auth.tokens",
                    admin.get("/api/audit?act=auth.configure")
                            .json()
                            .at("/items/0/subject")
                            .asText());
            write(folder, PROXY + "  tokens: {longest: 4000d}\n");
            Eventually.holds(
                    "the mistake is told",
                    PATIENCE,
                    () -> portal.errors().contains("the former one stays")
                            && portal.errors().contains("auth.tokens.longest"));
            await(portal, 90);
            write(folder, "auth:\n  policy: other.yaml\n  tokens:\n  #  longest: 90d\n");
            await(portal, 365);
            Eventually.holds(
                    "what waits is named", PATIENCE, () -> portal.errors().contains("[auth.policy, auth.proxy]"));
            assertEquals(
                    "proxied",
                    new Client(URI.create(portal.address().toString()))
                            .with("X-Forwarded-User", "proxied")
                            .get("/api/session")
                            .json()
                            .at("/caller/displayName")
                            .asText());
        }
        write(folder, "auth:\n  tokens:\n  #  longest: 90d\n");
        try (PortalProcess portal = PortalProcess.start(folder)) {
            await(portal, 365);
        }
    }
}
