package org.callboard.plugin.vault;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.api.config.PluginConfiguration;
import org.callboard.api.config.Secret;
import org.callboard.api.config.Setting;

/**
 * How Vault is reached and logged in to: by a token, by AppRole or by Kubernetes.
 *
 * @param address without a path
 * @param token one that somebody else renews
 * @param roleId with a secretId
 * @param kubernetesRole with a kubernetesToken
 * @param mount where the way to log in is mounted, unless at its usual place
 * @param namespace of Vault Enterprise and OpenBao
 * @param lease how long a secret is good that Vault says no time of
 */
@PluginConfiguration
public record VaultConfig(
        @Setting("Where Vault answers, without a path") URI address,

        @Setting("A token; where there is none, the plugin logs in")
        Optional<Secret> token,

        @Setting("The role id to log in with by AppRole") Optional<Secret> roleId,
        @Setting("The secret id to log in with by AppRole") Optional<Secret> secretId,
        @Setting("The role to log in with by Kubernetes") Optional<String> kubernetesRole,

        @Setting("The token of the pod's service account, to log in with by Kubernetes")
        Optional<Secret> kubernetesToken,

        @Setting("Where the way to log in is mounted, unless at approle or kubernetes")
        Optional<String> mount,

        @Setting("The namespace, where Vault has several") Optional<String> namespace,

        @Setting(value = "After how long a secret is looked at again", fallback = "1m")
        Duration lease) {

    /** Refuses what is no way to log in, or more than one. */
    public VaultConfig {
        long ways = Stream.of(token, roleId, kubernetesRole)
                .filter(Optional::isPresent)
                .count();
        if (ways != 1) {
            throw new IllegalArgumentException(
                    "token, or roleId with secretId, or kubernetesRole with kubernetesToken must be set: one of the three.");
        }
        if (roleId.isPresent() != secretId.isPresent()) {
            throw new IllegalArgumentException("secretId goes with roleId; set both or neither.");
        }
        if (kubernetesRole.isPresent() != kubernetesToken.isPresent()) {
            throw new IllegalArgumentException("kubernetesToken goes with kubernetesRole; set both or neither.");
        }
        if (!address.toString().matches("https?://[^/?#]+/?")) {
            throw new IllegalArgumentException("address must be a URL without a path.");
        }
        if (lease.compareTo(Duration.ofSeconds(5)) < 0) {
            throw new IllegalArgumentException("lease must be 5 seconds at least.");
        }
    }

    /** {@return where something of Vault's API is} */
    URI api(String path) {
        return address.resolve("/v1/" + path);
    }
}
