package org.callboard.e2e;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What of Vault's API the plugin uses, answered as its documentation says: a login by AppRole, and one engine of version 2. No
 * registry that this is built from has a Vault to test with.
 */
final class VaultServer implements AutoCloseable {

    private static final String TOKEN = "hvs.token-of-a-login";

    private final LocalServer server =
            LocalServer.at("/v1/auth/approle/login", this::login).and("/v1/secret/data/", this::read);
    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean isSealed;

    private void login(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean isKnown = body.contains("\"role_id\":\"portal\"") && body.contains("\"secret_id\":\"hush-role-5d1e\"");
        answer(
                exchange,
                isSealed ? 503 : isKnown ? 200 : 400,
                "{\"auth\":{\"client_token\":\"" + TOKEN + "\",\"lease_duration\":3600,\"renewable\":true}}");
    }

    private void read(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring("/v1/secret/data/".length());
        asked.add(name);
        String password = passwords.get(name);
        boolean mayRead = Objects.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"), TOKEN);
        answer(
                exchange,
                isSealed ? 503 : !mayRead ? 403 : password == null ? 404 : 200,
                "{\"lease_id\":\"\",\"lease_duration\":0,\"data\":{\"data\":{\"password\":\"" + password
                        + "\"},\"metadata\":{\"version\":1}}}");
    }

    private static void answer(HttpExchange exchange, int status, String good) throws IOException {
        byte[] body = PluginJar.bytes(status == 200 ? good : "{\"errors\":[]}");
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Keeps a password. */
    void keep(String name, String password) {
        passwords.put(name, password);
    }

    /** Answers nothing but that it is sealed, or everything again. */
    void seal(boolean sealed) {
        isSealed = sealed;
    }

    /** {@return how often something was asked for} */
    int asked() {
        return asked.size();
    }

    /** {@return host and port} */
    String host() {
        return server.host();
    }

    @Override
    public void close() {
        server.close();
    }
}
