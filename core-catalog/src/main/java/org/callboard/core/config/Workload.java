package org.callboard.core.config;

import java.util.Map;
import java.util.Set;

/**
 * One of {@code auth.workloads}: whose jobs are let in without a secret, and as whom.
 *
 * @param issuer who vouches for the job, as it names itself
 * @param audience whom the token must be for
 * @param claims what the issuer must say of the job; a value that ends in {@code /*} stands for all below it
 * @param as the reference of the entity in whose name the job acts
 * @param plugins the ids of those that it may install and steer
 * @param permissions what it may do at most
 */
public record Workload(
        String issuer,
        String audience,
        Map<String, String> claims,
        String as,
        Set<String> plugins,
        Set<String> permissions) {

    /** Copies everything. */
    public Workload {
        claims = Map.copyOf(claims);
        plugins = Set.copyOf(plugins);
        permissions = Set.copyOf(permissions);
    }
}
