package org.callboard.core.web;

import java.net.URI;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.read.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * Why a plugin has no answer of a server. Plugin and host are named, and nothing else of what was asked: paths, queries and
 * headers may be secret.
 *
 * @param host with its port, where that is not the usual one
 */
record AskProblems(String plugin, String host) {

    private static final String TRY_BY_HAND = "Ask the server from the portal's machine, and try again later.";

    static AskProblems of(String plugin, URI uri) {
        String host = String.valueOf(uri.getHost());
        return new AskProblems(plugin, uri.getPort() < 0 ? host : host + ":" + uri.getPort());
    }

    /** {@return the same for the host that a redirect leads to} */
    AskProblems at(WebUrl url) {
        return new AskProblems(plugin, url.hasUsualPort() ? url.host() : url.host() + ":" + url.port());
    }

    PortalException of(String clause, String hint, @Nullable Throwable cause) {
        return new PortalException(
                ProblemKind.UNAVAILABLE,
                "Plugin '" + plugin + "' has no answer of '" + host + "': " + clause + ".",
                hint,
                cause);
    }

    /** {@return what a failure means, without what it says of the URL} */
    PortalException of(UnreadableException failure) {
        return switch (failure.problem().code()) {
            case "url-not-allowed" ->
                of(
                        "the configuration does not let it ask there",
                        "Write in callboard.yaml: " + AllowedHost.toWrite(plugin, host) + ".",
                        null);
            case "url-address-refused" ->
                of(
                        "the host stands for an address of the inner network or none that is ever asked",
                        "If it is meant, list this very host: " + AllowedHost.toWrite(plugin, host) + ".",
                        null);
            case "url-scheme", "url-malformed" ->
                of("what was asked for is no plain http or https URL", "Correct the URL, without a user in it.", null);
            case "url-redirect" ->
                of("it redirects too often, or from https to http", "Ask where the redirects lead to.", null);
            default -> connection(failure.problem().code());
        };
    }

    private PortalException connection(String code) {
        return switch (code) {
            case "url-timeout" -> of("it does not answer in time", TRY_BY_HAND, null);
            case "url-unknown-host" -> of("no such host is known", "Correct the host's name.", null);
            case "url-unreachable" -> of("it can't be connected to", TRY_BY_HAND, null);
            case "url-certificate" ->
                of(
                        "it shows no certificate that the portal trusts",
                        "Have the server show a valid certificate, or its authority added to the trust store of the portal's"
                                + " Java.",
                        null);
            case "url-too-large" -> of("its answer is longer than 10 MB", "Ask for less at a time.", null);
            case "url-encoded" ->
                of("it answers packed, though it was asked not to", "Have the server send what it has as it is.", null);
            default -> of("its answer broke off, or breaks HTTP's rules or limits", TRY_BY_HAND, null);
        };
    }
}
