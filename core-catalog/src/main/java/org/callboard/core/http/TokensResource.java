package org.callboard.core.http;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Permission;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.config.Durations;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.session.AccessToken;
import org.callboard.core.session.AccessTokens;
import org.callboard.core.session.PortalCaller;
import org.callboard.core.session.TokenWish;
import org.jspecify.annotations.Nullable;

/** {@code /api/tokens}: the tokens of machines. A new one is shown in the answer to who made it, and never again. */
final class TokensResource implements CoreResource {

    private static final String PREFIX = "/api/tokens";
    private static final Duration FOR_EVER = Duration.ofDays(36_500);
    private static final Set<String> FIELDS = Set.of("name", "permissions", "plugins", "expires", "owner");

    private final AccessTokens tokens;
    private final AuditLog audit;
    private final Runnable revoked;
    private final JsonCodec codec = new JsonCodec();

    /**
     * Makes and revokes tokens.
     *
     * @param revoked told after a token was revoked, so that it ends what goes on for it
     */
    TokensResource(AccessTokens tokens, AuditLog audit, Runnable revoked) {
        this.tokens = tokens;
        this.audit = audit;
        this.revoked = revoked;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        PortalCaller caller = exchange.allowed(Permission.TOKEN_MANAGE);
        exchange.response().setHeader("Cache-Control", "no-store");
        String name = exchange.path().substring(PREFIX.length()).replaceFirst("^/", "");
        if (!name.isEmpty()) {
            one(exchange, caller, name);
        } else if (exchange.is("GET")) {
            exchange.json(
                    200,
                    new Json.Arr(tokens.list().stream()
                            .<Json>map(token -> describe(token).build())
                            .toList()));
        } else if (exchange.is("POST")) {
            create(exchange, caller);
        } else {
            throw exchange.methodNotAllowed("GET, POST");
        }
    }

    private void create(Exchange exchange, PortalCaller caller) throws IOException {
        AccessTokens.Made made =
                tokens.create(caller, wish(codec.read(exchange.request().getInputStream())));
        AccessToken token = made.token();
        Set<String> permissions = token.scope().permissions();
        audit.record(
                caller,
                "token.create",
                token.name(),
                AuditLog.Outcome.DONE,
                "of " + token.owner() + " until " + token.expires() + ", "
                        + (permissions == null ? "all" : String.join(" ", permissions)));
        exchange.json(201, describe(token).put("token", made.secret()).build());
    }

    private void one(Exchange exchange, PortalCaller caller, String name) {
        if (!exchange.is("DELETE")) {
            throw exchange.methodNotAllowed("DELETE");
        }
        if (tokens.revoke(name)) {
            revoked.run();
            audit.record(caller, "token.revoke", name, AuditLog.Outcome.DONE, null);
        }
        exchange.response().setStatus(204);
    }

    private static TokenWish wish(Json body) {
        if (!(body instanceof Json.Obj wish) || !(wish.get("name") instanceof Json.Text name)) {
            throw bad("This asks for no token.");
        }
        for (String field : wish.fields().keySet()) {
            if (!FIELDS.contains(field)) {
                throw bad("A token has no '" + field.substring(0, Math.min(field.length(), 100)) + "'.");
            }
        }
        return new TokenWish(
                name.value(),
                names(wish, "permissions"),
                names(wish, "plugins"),
                lifetime(wish),
                wish.text("owner").orElse(null));
    }

    private static @Nullable Set<String> names(Json.Obj wish, String field) {
        Json value = wish.get(field);
        if (value == null || value == Json.Null.NULL) {
            return null;
        }
        if (value instanceof Json.Arr names
                && names.texts().size() == names.items().size()) {
            return new HashSet<>(names.texts());
        }
        throw bad("'" + field + "' must be a list of names.");
    }

    private static @Nullable Duration lifetime(Json.Obj wish) {
        Json value = wish.get("expires");
        if (value == null || value == Json.Null.NULL) {
            return null;
        }
        Optional<Duration> lifetime = Durations.parse(value, Duration.ZERO, FOR_EVER);
        return lifetime.orElseThrow(() -> bad("'expires' must say for how long, as in 30d, 12h or PT12H."));
    }

    private static PortalException bad(String message) {
        return new PortalException(
                ProblemKind.BAD_INPUT,
                message,
                "Send {\"name\": \"ci\", \"permissions\": [\"plugin.manage\"], \"expires\": \"30d\"}.");
    }

    private static Json.Builder describe(AccessToken token) {
        return Json.object()
                .put("name", token.name())
                .put("owner", token.owner())
                .put("permissions", ScopeJson.orAll(token.scope().permissions()))
                .put("plugins", ScopeJson.orAll(token.scope().plugins()))
                .put("made", token.made().toString())
                .put("expires", token.expires().toString())
                .put("lastUsed", orNull(token.lastUsed()))
                .put("revoked", orNull(token.revoked()));
    }

    private static Json orNull(@Nullable Instant moment) {
        return moment == null ? Json.Null.NULL : Json.of(moment.toString());
    }
}
