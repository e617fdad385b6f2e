package org.callboard.plugin.vault;

import java.time.Duration;
import org.callboard.api.config.Configuration;
import org.callboard.api.config.LeasedSecret;
import org.callboard.api.config.Secret;
import org.callboard.api.config.SecretProvider;
import org.callboard.api.model.Json;
import org.callboard.api.net.WebAnswer;
import org.callboard.api.net.WebClient;
import org.callboard.api.net.WebRequest;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads single fields out of Vault's key-value engines, of both versions. */
@Component
public final class VaultSecrets implements SecretProvider {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Configuration configuration;
    private final WebClient web;
    private final VaultLogin login;

    /** Asks the Vault that the operator names. */
    @Activate
    public VaultSecrets(@Reference Configuration configuration, @Reference WebClient web) {
        this.configuration = configuration;
        this.web = web;
        this.login = new VaultLogin(web, System::nanoTime);
    }

    @Override
    public String id() {
        return "vault";
    }

    @Override
    public String title() {
        return "Secrets of Vault";
    }

    @Override
    public LeasedSecret fetch(String text) {
        VaultKey key = VaultKey.parse(text);
        VaultConfig config = configuration.current(VaultConfig.class);
        WebAnswer answer = ask(config, key);
        if (answer.status() == 403 && login.forget()) {
            answer = ask(config, key);
        }
        if (!answer.isGood()) {
            throw refusal(key, answer.status());
        }
        return leased(key, answer.json(), config.lease());
    }

    private WebAnswer ask(VaultConfig config, VaultKey key) {
        WebRequest request = WebRequest.get(config.api(key.path()))
                .header("X-Vault-Token", login.token(config).reveal())
                .timeout(PATIENCE);
        return web.send(config.namespace()
                .map(namespace -> request.header("X-Vault-Namespace", namespace))
                .orElse(request));
    }

    private static PortalException refusal(VaultKey key, int status) {
        return switch (status) {
            case 403 ->
                new PortalException(
                        ProblemKind.NOT_ALLOWED,
                        "Vault does not let its token or role read " + key.path() + " (403)",
                        "Give its policy the capability 'read' on that path.");
            case 404 ->
                new PortalException(
                        ProblemKind.NOT_FOUND,
                        "Vault has nothing at " + key.path()
                                + " (404); with version 2 of the engine the path has 'data'" + " behind the mount");
            case 503 -> new PortalException(ProblemKind.UNAVAILABLE, "Vault is sealed, or down (503)");
            default -> new PortalException(ProblemKind.UNAVAILABLE, "Vault answered " + status + " for " + key.path());
        };
    }

    /** The second version has what it keeps one level deeper, beside its metadata. */
    private static LeasedSecret leased(VaultKey key, Json json, Duration otherwise) {
        Json.Obj answer = json instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        if (!answer.text("lease_id").orElse("").isEmpty()) {
            throw new PortalException(
                    ProblemKind.REFUSED,
                    "Vault makes a new secret for each question at " + key.path()
                            + ", and only what it keeps can be used");
        }
        Json.Obj data = answer.object("data");
        boolean isVersioned = data.get("metadata") instanceof Json.Obj && data.get("data") instanceof Json.Obj;
        Json.Obj fields = isVersioned ? data.object("data") : data;
        String value = fields.get(key.field()) instanceof Json.Num number
                ? number.value().toPlainString()
                : fields.text(key.field()).orElse("");
        if (value.isEmpty()) {
            throw new PortalException(
                    ProblemKind.NOT_FOUND, "Vault has no field '" + key.field() + "' at " + key.path());
        }
        return new LeasedSecret(Secret.of(value), otherwise);
    }
}
