package org.callboard.plugin.signingithub;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.callboard.api.config.PluginConfiguration;
import org.callboard.api.config.Secret;
import org.callboard.api.config.Setting;

/**
 * What an operator sets.
 *
 * @param providers by ids that stand in the addresses which browsers come back to
 */
@PluginConfiguration
public record GithubConfig(
        @Setting(value = "Who is asked, by a short name such as github that stands in addresses", fallback = "")
        Map<String, Provider> providers) {

    /**
     * GitHub, or one of the company's own.
     *
     * @param url without a slash at its end
     * @param organisations whose members are let in; all people where there is none
     */
    public record Provider(
            @Setting(value = "What people call it: the button says \"Sign in with\" and this", fallback = "GitHub")
            String title,

            @Setting(value = "Where it is", fallback = "https://github.com")
            URI url,

            @Setting("What this portal's OAuth app is called there")
            String clientId,

            @Setting("The secret of this portal's OAuth app")
            Secret clientSecret,

            @Setting(value = "The organisations whose members alone are let in", fallback = "")
            List<String> organisations,

            @Setting(value = "Whether organisations and teams are groups", fallback = "false")
            boolean groups,

            @Setting(value = "How often it is asked whether somebody may stay", fallback = "10m")
            Duration checkEvery) {

        /** Refuses what could not be safe. */
        public Provider {
            String host = String.valueOf(url.getHost());
            boolean isHere = host.equals("localhost") || host.matches("127(\\.[0-9]{1,3}){3}");
            if (!"https".equals(url.getScheme()) && !(isHere && "http".equals(url.getScheme()))) {
                throw new IllegalArgumentException("url must be an https address.");
            }
            if (!url.getRawPath().isEmpty() || url.getRawQuery() != null) {
                throw new IllegalArgumentException(
                        "url must be an address without a path, such as https://github.com.");
            }
            organisations = List.copyOf(organisations);
            if (checkEvery.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException("checkEvery must be 1 s at least.");
            }
        }

        /** {@return where its API is} */
        URI api(String path) {
            String base = url.getHost().equals("github.com") ? "https://api.github.com" : url + "/api/v3";
            return URI.create(base + path);
        }

        boolean needsOrganisations() {
            return groups || !organisations.isEmpty();
        }
    }

    /** Refuses names that can't stand in addresses. */
    public GithubConfig {
        providers = Map.copyOf(providers);
        for (String id : providers.keySet()) {
            if (!id.matches("[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?")) {
                throw new IllegalArgumentException(
                        "providers must have names of lower-case letters, digits and hyphens, and not '" + id + "'.");
            }
        }
    }
}
