package org.callboard.plugin.catalogapi;

import java.net.URI;
import java.net.URISyntaxException;
import org.callboard.api.problem.PortalException;

/** The name for an entity about which nothing is known but a URL. */
final class SuggestedName {

    private static final int LONGEST = 63;

    private SuggestedName() {}

    /** {@return the last segment of the URL's path, or else its host, as far as either is a name} */
    static String of(String url) {
        URI uri = parse(url);
        String path = uri.getPath() == null ? "" : uri.getPath().replaceAll("/+$", "");
        String name = name(path.substring(path.lastIndexOf('/') + 1).replaceAll("\\.git$", ""));
        return name.isEmpty() ? name(uri.getHost()) : name;
    }

    private static URI parse(String url) {
        try {
            URI uri = new URI(url);
            if (uri.getHost() != null && uri.getScheme().matches("(?i)https?")) {
                return uri;
            }
            throw noUrl();
        } catch (URISyntaxException e) {
            throw noUrl();
        }
    }

    private static String name(String text) {
        String cut = text.replaceAll("[^A-Za-z0-9._-]+", "-");
        return trimmed(cut.substring(0, Math.min(cut.length(), LONGEST)));
    }

    /** A name begins and ends with a letter or a digit. */
    private static String trimmed(String text) {
        return text.replaceAll("^[._-]+|[._-]+$", "");
    }

    private static PortalException noUrl() {
        return Inputs.bad("The given location.target is not a URL");
    }
}
