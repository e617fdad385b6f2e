package org.callboard.plugin.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callboard.api.config.LeasedSecret;
import org.callboard.api.config.Secret;
import org.callboard.api.config.SecretProvider;
import org.callboard.api.model.Json;
import org.callboard.api.net.WebRequest;
import org.callboard.api.problem.PortalException;
import org.callboard.testkit.SecretProviderContract;
import org.callboard.testkit.TestConfiguration;
import org.callboard.testkit.TestWeb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Vault answers here stands in its documentation; see VaultServer in e2e for what is sent over a connection. */
class VaultSecretsTest implements SecretProviderContract {

    private static final String VAULT = "https://vault.example.com:8200";
    private static final String PAYMENTS = VAULT + "/v1/secret/data/payments";

    private final TestWeb web = new TestWeb()
            .answer("GET", PAYMENTS, kept("hush-3f9a"))
            .answer(
                    "GET",
                    VAULT + "/v1/kv/payments",
                    Json.object()
                            .put("lease_id", "")
                            .put(
                                    "data",
                                    Json.object()
                                            .put("password", "of-version-1")
                                            .build())
                            .build())
            .answer("GET", VAULT + "/v1/secret/data/none", 404, "{\"errors\":[]}");
    private final TestConfiguration configuration = TestConfiguration.of(withToken("operators-token"));

    private static Json kept(String password) {
        return Json.object()
                .put("lease_id", "")
                .put("lease_duration", 0)
                .put(
                        "data",
                        Json.object()
                                .put(
                                        "data",
                                        Json.object()
                                                .put("password", password)
                                                .put("port", 5432)
                                                .build())
                                .put("metadata", Json.object().put("version", 3).build())
                                .build())
                .build();
    }

    private static VaultConfig withToken(String token) {
        return config(Optional.of(Secret.of(token)), Optional.empty(), Optional.empty());
    }

    private static VaultConfig config(Optional<Secret> token, Optional<String> roleId, Optional<String> kubernetes) {
        return new VaultConfig(
                URI.create(VAULT),
                token,
                roleId.map(Secret::of),
                roleId.map(role -> Secret.of("the-secret-id")),
                kubernetes,
                kubernetes.map(role -> Secret.of("pods-token")),
                Optional.empty(),
                Optional.of("payments-team"),
                Duration.ofMinutes(1));
    }

    @Override
    public SecretProvider extension() {
        return new VaultSecrets(configuration, web);
    }

    @Override
    public String key() {
        return "secret/data/payments#password";
    }

    @Override
    public String missingKey() {
        return "secret/data/none#password";
    }

    private String fetch(SecretProvider provider, String key) {
        return provider.fetch(key).secret().reveal();
    }

    private WebRequest lastRequest() {
        List<WebRequest> requests = web.requests();
        return requests.get(requests.size() - 1);
    }

    @Test
    void readsFieldsOfBothVersionsWithTheOperatorsToken() {
        LeasedSecret fetched = extension().fetch(key());
        assertEquals("hush-3f9a", fetched.secret().reveal());
        assertEquals(Duration.ofMinutes(1), fetched.lease());
        assertEquals("operators-token", lastRequest().headers().get("x-vault-token"));
        assertEquals("payments-team", lastRequest().headers().get("x-vault-namespace"));
        assertEquals("5432", fetch(extension(), "secret/data/payments#port"));
        assertEquals("of-version-1", fetch(extension(), "kv/payments#password"));
        assertFalse(fetched.toString().contains("hush"), fetched::toString);
    }

    @Test
    void logsInByAppRoleOnceAndAgainWhenItsTokenIsRefused() {
        configuration.set(config(Optional.empty(), Optional.of("the-role-id"), Optional.empty()));
        login("approle", "first-token");
        SecretProvider provider = extension();
        assertEquals("hush-3f9a", fetch(provider, key()));
        assertEquals("hush-3f9a", fetch(provider, key()));
        assertEquals(3, web.requests().size());
        assertEquals(
                new WebRequest.Body.Value(Json.object()
                        .put("role_id", "the-role-id")
                        .put("secret_id", "the-secret-id")
                        .build()),
                web.requests().get(0).body());
        login("approle", "second-token");
        web.answer("GET", PAYMENTS, 403, "{\"errors\":[\"permission denied\"]}");
        assertThrows(PortalException.class, () -> provider.fetch(key()));
        assertEquals("second-token", lastRequest().headers().get("x-vault-token"));
    }

    @Test
    void logsInByKubernetes() {
        configuration.set(config(Optional.empty(), Optional.empty(), Optional.of("portal")));
        login("kubernetes", "pods-own-token");
        assertEquals("hush-3f9a", fetch(extension(), key()));
        assertEquals("pods-own-token", lastRequest().headers().get("x-vault-token"));
    }

    @Test
    void anotherConfigurationIsAnotherLogin() {
        configuration.set(config(Optional.empty(), Optional.of("the-role-id"), Optional.empty()));
        login("approle", "first-token");
        SecretProvider provider = extension();
        fetch(provider, key());
        login("approle", "second-token");
        configuration.set(config(Optional.empty(), Optional.of("another-role-id"), Optional.empty()));
        fetch(provider, key());
        assertEquals("second-token", lastRequest().headers().get("x-vault-token"));
    }

    private void login(String mount, String token) {
        web.answer(
                "POST",
                VAULT + "/v1/auth/" + mount + "/login",
                Json.object()
                        .put(
                                "auth",
                                Json.object()
                                        .put("client_token", token)
                                        .put("lease_duration", 3600)
                                        .build())
                        .build());
    }

    @Test
    void aTokenOfALoginIsMadeAnewBeforeItEnds() {
        long[] nanos = {0};
        VaultLogin login = new VaultLogin(web, () -> nanos[0]);
        VaultConfig config = config(Optional.empty(), Optional.of("the-role-id"), Optional.empty());
        login("approle", "first-token");
        assertEquals("first-token", login.token(config).reveal());
        login("approle", "second-token");
        nanos[0] = Duration.ofMinutes(39).toNanos();
        assertEquals("first-token", login.token(config).reveal());
        nanos[0] = Duration.ofMinutes(41).toNanos();
        assertEquals("second-token", login.token(config).reveal());
    }

    @Test
    void saysWhatIsWrongInVault() {
        assertTrue(message("secret/data/none#password").contains("nothing at secret/data/none (404)"));
        assertTrue(message("secret/data/payments#user").contains("no field 'user' at secret/data/payments"));
        web.answer("GET", PAYMENTS, 503, "{}");
        assertEquals("Vault is sealed, or down (503)", message(key()));
        web.answer("GET", PAYMENTS, 403, "{}");
        assertTrue(message(key()).contains("read secret/data/payments (403)"));
        web.answer(
                "GET",
                VAULT + "/v1/database/creds/app",
                Json.object().put("lease_id", "database/creds/app/1").build());
        assertTrue(message("database/creds/app#password").contains("makes a new secret for each question"));
    }

    private String message(String key) {
        return assertThrows(PortalException.class, () -> extension().fetch(key)).message();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payments",
                "secret/data/payments",
                "#x",
                "secret/../sys#x",
                "/secret/a#b",
                "secret/a?x#b",
                "a//b#c"
            })
    void whatIsNoKeyIsNotAskedFor(String key) {
        assertTrue(message(key).contains("names no secret of Vault's"));
        assertEquals(List.of(), web.requests());
    }

    @Test
    void oneWayToLogInMustBeSet() {
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> config(Optional.empty(), Optional.empty(), Optional.empty()))
                .getMessage()
                .contains("one of the three"));
        assertThrows(
                IllegalArgumentException.class,
                () -> config(Optional.of(Secret.of("t")), Optional.of("r"), Optional.empty()));
    }
}
