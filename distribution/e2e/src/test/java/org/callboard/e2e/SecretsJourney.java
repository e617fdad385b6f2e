package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin may tell its secrets as it likes: nobody hears them. Where they are kept they may change at any time. */
class SecretsJourney {

    private static final String ID = "e2e-leak";
    private static final String FILE = "hush-file/3f9a+x";
    private static final String VAULT = "hush-vault&7c21=";
    private static final String LITERAL = "hush \"literal\" 88d0";
    private static final String PLAIN = "hush-plain-19bb";
    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir
    private Path root;

    private final VaultServer vault = new VaultServer();
    private PortalFolder folder;
    private PortalProcess portal;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        vault.keep("payments", VAULT);
        Files.createDirectories(root.resolve("mounted/..first"));
        Files.createDirectories(root.resolve("mounted/..second"));
        Files.writeString(root.resolve("mounted/..first/token"), FILE);
        Files.createSymbolicLink(root.resolve("mounted/..data"), Path.of("..first"));
        Files.createSymbolicLink(root.resolve("mounted/token"), Path.of("..data", "token"));
        Files.writeString(root.resolve("plain"), PLAIN);
        Files.writeString(root.resolve("role"), "hush-role-5d1e");
        folder = PortalFolder.with(root, """
                  config:
                    vault:
                      address: http://%s
                      roleId: portal
                      secretId: ${file:role}
                      lease: 5s
                    e2e-leak:
                      file: ${file:mounted/token}
                      vault: ${vault:secret/data/payments#password}
                      literal: 'hush "literal" 88d0'
                      plain: ${file:plain}
                  hosts:
                    vault: [{host: '%s'}]
                """.formatted(vault.host(), vault.host()));
        portal = PortalProcess.start(folder);
        client = portal.administrator();
    }

    @AfterEach
    void stop() {
        portal.close();
        vault.close();
    }

    private static byte[] jar() {
        PluginJar jar = PluginJar.of(ID, "1.0.0");
        for (String name : List.of("LeakConfig", "Leak", "LeakCard")) {
            jar.with(name, text(name));
        }
        return jar.build();
    }

    private static String text(String name) {
        try (InputStream in = SecretsJourney.class.getResourceAsStream("/secrets/" + name + ".java")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void install() {
        Answer refused = client.install(jar()).expectError(422);
        assertTrue(
                refused.message()
                        .contains("'plugins.config.e2e-leak.vault' has no value: the secret"
                                + " vault:secret/data/payments#password is not there: no plugin that serves provides"
                                + " secrets of 'vault'"),
                refused::message);
        client.install(PortalFolder.readBytes(Distribution.home().resolve("system/optional/vault.jar")))
                .expect(201);
        Eventually.holds(
                "the secret of Vault", SOON, () -> client.install(jar()).status() == 201);
    }

    /** {@return all forms that must not be seen, of all secrets that there ever are} */
    private static List<String> forms() {
        List<String> forms = new ArrayList<>();
        for (String secret : List.of(FILE, VAULT, LITERAL, PLAIN, FILE + "-next", VAULT + "-next", "hush-role-5d1e")) {
            String base64 = Base64.getEncoder().encodeToString(PluginJar.bytes("user:" + secret));
            forms.addAll(List.of(secret, secret.replace("\"", "\\\""), base64.substring(7, base64.length() - 3)));
            forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        }
        return forms;
    }

    private static void assertSilent(String what, String text) {
        for (String form : forms()) {
            assertFalse(text.contains(form), () -> what + " tells " + form + ":\n" + text);
        }
    }

    private void assertMasked(String path, int status) {
        Answer answer = client.get(path).expect(status);
        assertTrue(answer.text().contains("***"), () -> path + ": " + answer.text());
        assertSilent(path, answer.text());
    }

    @Test
    void noAnswerLogOrPageTellsASecret() throws IOException {
        install();
        for (String path : List.of("say", "json")) {
            assertMasked("/api/" + ID + "/" + path, 200);
        }
        assertMasked("/api/" + ID + "/refuse", 400);
        client.get("/api/" + ID + "/throw").expectError(500);
        client.get("/api/" + ID + "/log").expect(200);
        assertEquals(
                "It is in a header.",
                client.get("/api/" + ID + "/header").expect(200).text());
        assertEquals(
                List.of("***"), client.get("/api/" + ID + "/header").headers().allValues("X-Told"));
        assertMasked("/api/web-shell/home/" + ID + "/leak-card", 200);
        assertMasked("/api/plugins/" + ID + "/configuration", 200);
        // what is no text goes as the plugin makes it
        assertTrue(client.get("/api/" + ID + "/binary").expect(200).text().contains(FILE));
        Eventually.holds(
                "what was logged",
                SOON,
                () -> client.get("/api/plugins/" + ID + "/logs").text().contains("Thrown"));
        assertMasked("/api/plugins/" + ID + "/logs", 200);
        for (String path : List.of("/api/plugins", "/metrics", "/rescue", "/api/audit", "/api/openapi.json")) {
            assertSilent(path, client.get(path).text());
        }
        portal.stop();
        assertTrue(portal.errors().contains("***"), portal::errors);
        assertSilent("the console", portal.errors());
        try (Stream<Path> files = Files.walk(folder.storage().resolve("logs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertSilent(file.toString(), PortalFolder.read(file));
            }
        }
    }

    @Test
    void whatIsReplacedWhereItIsKeptIsInForceSoonAfter() throws IOException {
        install();
        String since = client.plugin(ID, "since");
        String before = client.get("/api/" + ID + "/binary").expect(200).text();
        assertTrue(before.contains(FILE) && before.contains(VAULT), before);
        Files.writeString(root.resolve("mounted/..second/token"), FILE + "-next");
        Files.createSymbolicLink(root.resolve("mounted/..data_tmp"), Path.of("..second"));
        Files.move(root.resolve("mounted/..data_tmp"), root.resolve("mounted/..data"), StandardCopyOption.ATOMIC_MOVE);
        vault.keep("payments", VAULT + "-next");
        Eventually.holds("both new secrets", SOON, () -> {
            String now = client.get("/api/" + ID + "/binary").expect(200).text();
            return now.contains(FILE + "-next") && now.contains(VAULT + "-next");
        });
        assertMasked("/api/" + ID + "/say", 200);
        assertEquals(since, client.plugin(ID, "since"));
    }

    @Test
    void aVaultThatIsSealedTakesNothingAway() {
        install();
        vault.seal(true);
        Eventually.holds("DEGRADED", SOON, () -> client.plugin(ID, "state").equals("DEGRADED"));
        String cause =
                client.get("/api/plugins/" + ID).json().at("/diagnosis/cause").asText();
        assertTrue(
                cause.contains(
                        "'plugins.config.e2e-leak.vault' is the secret vault:secret/data/payments#password, which"
                                + " could not be fetched again: Vault is sealed, or down (503)"),
                cause);
        assertTrue(client.get("/api/" + ID + "/binary").expect(200).text().contains(VAULT));
        vault.seal(false);
        Eventually.holds("ACTIVE", SOON, () -> client.plugin(ID, "state").equals("ACTIVE"));
    }

    @Test
    void thePluginWaitsAtAStartUntilItsSecretCanBeHad() {
        install();
        portal.stop();
        vault.seal(true);
        portal = PortalProcess.start(folder);
        client = portal.administrator();
        Eventually.holds("UNRESOLVED", SOON, () -> client.plugin(ID, "state").equals("UNRESOLVED"));
        vault.seal(false);
        Eventually.holds("ACTIVE", SOON, () -> client.plugin(ID, "state").equals("ACTIVE"));
        assertTrue(vault.asked() > 0);
    }
}
