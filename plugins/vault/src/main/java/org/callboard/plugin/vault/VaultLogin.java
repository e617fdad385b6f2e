package org.callboard.plugin.vault;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.callboard.api.config.Secret;
import org.callboard.api.model.Json;
import org.callboard.api.net.WebAnswer;
import org.callboard.api.net.WebClient;
import org.callboard.api.net.WebRequest;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/** Has a token of Vault's: the operator's, or one of a login, which is made anew when two thirds of its time are over. */
final class VaultLogin {

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final long LONGEST_SECONDS = 86_400;

    private final WebClient web;
    private final LongSupplier nanos;
    private @Nullable Session session;

    private record Session(VaultConfig config, Secret token, long end) {}

    VaultLogin(WebClient web, LongSupplier nanos) {
        this.web = web;
        this.nanos = nanos;
    }

    /** {@return a token that is good, as far as one can know} */
    synchronized Secret token(VaultConfig config) {
        if (config.token().isPresent()) {
            return config.token().get();
        }
        Session now = session;
        if (now == null || !now.config().equals(config) || now.end() - nanos.getAsLong() <= 0) {
            now = begin(config);
            session = now;
        }
        return now.token();
    }

    /** Logs in anew at the next question. {@return whether there was a login to forget} */
    synchronized boolean forget() {
        boolean wasThere = session != null;
        session = null;
        return wasThere;
    }

    private Session begin(VaultConfig config) {
        boolean isAppRole = config.roleId().isPresent();
        String mount = config.mount().orElse(isAppRole ? "approle" : "kubernetes");
        WebRequest request = WebRequest.post(config.api("auth/" + mount + "/login"))
                .json(isAppRole ? appRole(config) : kubernetes(config))
                .timeout(PATIENCE);
        WebAnswer answer = web.send(config.namespace()
                .map(namespace -> request.header("X-Vault-Namespace", namespace))
                .orElse(request));
        if (!answer.isGood() || !(answer.json() instanceof Json.Obj json)) {
            throw new PortalException(
                    ProblemKind.UNAVAILABLE, "Vault refused the login at auth/" + mount + " (" + answer.status() + ")");
        }
        Json.Obj auth = json.object("auth");
        String token = auth.text("client_token")
                .orElseThrow(() -> new PortalException(ProblemKind.UNAVAILABLE, "Vault's login gave no token"));
        return new Session(
                config, Secret.of(token), nanos.getAsLong() + lasting(auth).toNanos() / 3 * 2);
    }

    /** A lease of 0 is one that does not end. */
    private static Duration lasting(Json.Obj auth) {
        long seconds = auth.get("lease_duration") instanceof Json.Num number
                ? number.value().min(BigDecimal.valueOf(LONGEST_SECONDS)).longValue()
                : 0;
        return Duration.ofSeconds(seconds <= 0 ? LONGEST_SECONDS : seconds);
    }

    private static Json appRole(VaultConfig config) {
        return Json.object()
                .put("role_id", config.roleId().map(Secret::reveal).orElse(""))
                .put("secret_id", config.secretId().map(Secret::reveal).orElse(""))
                .build();
    }

    private static Json kubernetes(VaultConfig config) {
        return Json.object()
                .put("role", config.kubernetesRole().orElse(""))
                .put("jwt", config.kubernetesToken().map(Secret::reveal).orElse(""))
                .build();
    }
}
