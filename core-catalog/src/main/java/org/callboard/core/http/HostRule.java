package org.callboard.core.http;

import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/** Lets requests in that name a host of this portal, so that no foreign name can be made to point here. */
final class HostRule {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

    private final Set<String> allowed;

    HostRule(String bound, @Nullable URI baseUrl) {
        Stream<String> own = baseUrl == null ? Stream.of(bound) : Stream.of(bound, baseUrl.getHost());
        allowed = Stream.concat(LOOPBACK.stream(), own).collect(Collectors.toUnmodifiableSet());
    }

    void check(String serverName) {
        if (!allowed.contains(serverName.toLowerCase(java.util.Locale.ROOT))) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "The request names a host that is not this portal's.",
                    "Set server.baseUrl in callboard.yaml to the address that people use.");
        }
    }
}
