package org.callboard.plugin.docs.feedback;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callboard.api.model.Entity;
import org.callboard.plugin.docs.DocsIndex;
import org.callboard.plugin.docs.markup.CodeHost;

/**
 * A repository at a code host, by what pages are called there.
 *
 * @param address its own, without a slash at its end
 */
record HostedRepository(String address, Kind kind) {

    private static final String LOCATION = "backstage.io/managed-by-location";
    private static final String URL = "url:";

    /** The page of a folder or file: its repository stands before the word that all of them have there. */
    private static final Pattern PAGE =
            Pattern.compile("(https?://[^/?#]+/[^?#]+?)/(?:-/)?(?:blob|tree|raw|src|browse)(?:[/?].*)?");

    /** Which kind of code host: whose addresses of commits it has, where new issues are, and how the fields of these are called. */
    enum Kind {
        GITHUB(CodeHost.GITHUB, "/issues/new", "title", "body"),
        GITLAB(CodeHost.GITLAB, "/-/issues/new", "issue[title]", "issue[description]"),
        GITEA(CodeHost.GITHUB, "/issues/new", "title", "body"),
        BITBUCKET(CodeHost.BITBUCKET, "/issues/new", "title", "content");

        private final CodeHost pages;
        private final String issue;
        private final String title;
        private final String text;

        Kind(CodeHost pages, String issue, String title, String text) {
            this.pages = pages;
            this.issue = issue;
            this.title = title;
            this.text = text;
        }

        String titleField() {
            return title;
        }

        String textField() {
            return text;
        }
    }

    /** {@return the repository at an address; nothing where its code host is not known} */
    static Optional<HostedRepository> of(String text) {
        try {
            URI uri = URI.create(text.strip());
            String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean isPlain = scheme.matches("https?")
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && uri.getPath().matches("/.+");
            String plain = uri.toASCIIString().replaceFirst("(\\.git)?/*$", "");
            return isPlain ? kind(host).map(kind -> new HostedRepository(plain, kind)) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** {@return the repository that the documentation beside an entity's descriptor is read from, where it comes from the web} */
    static Optional<HostedRepository> holding(Entity entity) {
        return Stream.of(DocsIndex.REF, LOCATION)
                .flatMap(annotation -> entity.annotation(annotation).stream())
                .filter(place -> place.startsWith(URL))
                .findFirst()
                .map(place -> PAGE.matcher(place.substring(URL.length())))
                .filter(Matcher::matches)
                .flatMap(page -> of(page.group(1)));
    }

    private static Optional<Kind> kind(String host) {
        if (host.contains("github")) {
            return Optional.of(Kind.GITHUB);
        } else if (host.contains("gitlab")) {
            return Optional.of(Kind.GITLAB);
        } else if (host.contains("bitbucket")) {
            return Optional.of(Kind.BITBUCKET);
        }
        boolean isGitea = host.contains("gitea") || host.contains("forgejo") || host.equals("codeberg.org");
        return isGitea ? Optional.of(Kind.GITEA) : Optional.empty();
    }

    String commit(String id) {
        return address + kind.pages.commit(id);
    }

    String issue() {
        return address + kind.issue;
    }
}
