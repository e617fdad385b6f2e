package org.callboard.plugin.signinoidc;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callboard.api.config.PluginConfiguration;
import org.callboard.api.config.Secret;
import org.callboard.api.config.Setting;

/**
 * What an operator sets.
 *
 * @param providers by ids that stand in the addresses which browsers come back to
 */
@PluginConfiguration
public record OidcConfig(
        @Setting(value = "Who is asked, by a short name such as keycloak that stands in addresses", fallback = "")
        Map<String, Provider> providers) {

    private static final Set<String> OURS = Set.of(
            "client_id",
            "redirect_uri",
            "response_type",
            "response_mode",
            "scope",
            "state",
            "nonce",
            "code_challenge",
            "code_challenge_method",
            "request",
            "request_uri");

    /**
     * One provider.
     *
     * @param issuer as it names itself, to the letter
     * @param parameters go with the request that sends the browser there
     */
    public record Provider(
            @Setting("What people call it: the button says \"Sign in with\" and this")
            String title,

            @Setting("Its issuer, such as https://id.example.com/realms/company")
            String issuer,

            @Setting("What this portal is called there") String clientId,

            @Setting("The secret that it gave this portal; none for a public client")
            Optional<Secret> clientSecret,

            @Setting(
                    value = "What it is asked for; many give a refresh token for offline_access only",
                    fallback = {"openid", "profile", "email"})
            List<String> scopes,

            @Setting(value = "More parameters of the request, such as prompt", fallback = "")
            Map<String, String> parameters,

            @Setting(value = "The claim with the name that people sign in by", fallback = "preferred_username")
            String usernameClaim,

            @Setting(value = "The claim with their groups", fallback = "groups")
            String groupsClaim,

            @Setting(value = "Whether its userinfo endpoint is asked as well as the ID token", fallback = "true")
            boolean userInfo,

            @Setting(
                    value = "How often it is asked whether somebody may stay, where it gives a refresh token",
                    fallback = "10m")
            Duration checkEvery) {

        /** Refuses what could not be safe. */
        public Provider {
            URI uri = URI.create(issuer);
            String host = String.valueOf(uri.getHost());
            boolean isHere = host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
            if (!"https".equals(uri.getScheme()) && !(isHere && "http".equals(uri.getScheme()))) {
                throw new IllegalArgumentException("issuer must be an https address.");
            }
            if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
                throw new IllegalArgumentException("issuer must have neither query nor fragment.");
            }
            scopes = List.copyOf(scopes);
            parameters = Map.copyOf(parameters);
            if (!scopes.contains("openid")) {
                throw new IllegalArgumentException("scopes must have openid.");
            }
            for (String name : parameters.keySet()) {
                if (OURS.contains(name)) {
                    throw new IllegalArgumentException("parameters can't have " + name + ", which the plugin sends.");
                }
            }
            if (checkEvery.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException("checkEvery must be 1 s at least.");
            }
        }
    }

    /** Refuses names that can't stand in addresses. */
    public OidcConfig {
        providers = Map.copyOf(providers);
        for (String id : providers.keySet()) {
            if (!id.matches("[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?")) {
                throw new IllegalArgumentException(
                        "providers must have names of lower-case letters, digits and hyphens, and not '" + id + "'.");
            }
        }
    }
}
