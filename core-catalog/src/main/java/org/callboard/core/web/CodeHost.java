package org.callboard.core.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the pages of code hosts are addressed, the archives of what they show, and the feeds of commits that changed a file.
 *
 * @param host the only one that has such addresses; empty where many have
 * @param page what the path of a page is
 * @param archive the address of the archive, from the host's own root or whole
 * @param feed likewise that of the commits up to one, newest first, that changed a file; empty where there is none without signing in
 */
record CodeHost(String host, Pattern page, String archive, String feed) {

    private static final String REST = "/(?<ref>[^/]+)(?:/(?<path>.*))?";
    private static final String NO_REF = "(?<ref>)(?<path>)(?:\\.git)?/?";
    private static final String ARCHIVE = "{repo}/archive/{ref}.zip";
    private static final String GITHUB = "https://github.com" + ARCHIVE;
    private static final String FEED = "{repo}/commits/{commit}/{file}.atom";
    private static final String GITLAB_FEED = "{repo}/-/commits/{commit}/{file}?format=atom&limit=1";
    private static final String NO_FEED = "";

    private static final List<CodeHost> KNOWN = List.of(
            // any GitLab
            host(
                    "",
                    "(?<repo>/.+/(?<name>[^/]+))/-/(?:blob|tree|raw)" + REST,
                    "{repo}/-/archive/{ref}/{name}-{flat}.zip",
                    GITLAB_FEED),
            host(
                    "raw.githubusercontent.com",
                    "(?<repo>/[^/]+/(?<name>[^/]+))" + REST,
                    GITHUB,
                    "https://github.com" + FEED),
            host("bitbucket.org", "(?<repo>/[^/]+/(?<name>[^/]+))/(?:src|raw)" + REST, "{repo}/get/{ref}.zip", NO_FEED),
            // Gitea and Forgejo
            host(
                    "",
                    "(?<repo>/.+/(?<name>[^/]+))/(?:src|raw)/(?:branch|tag|commit)" + REST,
                    ARCHIVE,
                    "{repo}/atom/branch/{ref}/{file}"),
            // GitHub, also in a company's own house
            host("", "(?<repo>/[^/]+/(?<name>[^/]+))/(?:blob|tree|raw)" + REST, ARCHIVE, FEED),
            // Bitbucket in a company's own house, which names the version in the query
            host(
                    "",
                    "(?<before>.*)/(?<repo>projects/[^/]+/repos/(?<name>[^/]+))/(?:browse|raw)(?:/(?<path>.*))?(?<ref>)",
                    "{before}/rest/api/latest/{repo}/archive?format=zip&prefix={name}&at={ref}",
                    NO_FEED),
            host("github.com", "(?<repo>/[^/]+/(?<name>[^/]+?))" + NO_REF, ARCHIVE, FEED),
            host(
                    "gitlab.com",
                    "(?!.*/-/)(?<repo>/.+/(?<name>[^/]+?))" + NO_REF,
                    "{repo}/-/archive/{ref}/{name}-{flat}.zip",
                    GITLAB_FEED));

    private static CodeHost host(String host, String page, String archive, String feed) {
        return new CodeHost(host, Pattern.compile(page), archive, feed);
    }

    /** {@return the repository that a page is of, if it can be told} */
    static Optional<Repository> of(WebUrl url) {
        for (CodeHost known : KNOWN) {
            Matcher page = known.page.matcher(url.path());
            if ((known.host.isEmpty() || known.host.equals(url.host())) && page.matches()) {
                return Optional.of(new Repository(url, known, page));
            }
        }
        return Optional.empty();
    }

    /** A repository, and where in it a page is. */
    record Repository(WebUrl url, CodeHost host, Matcher page) {

        private static final Pattern AT = Pattern.compile("[?&]at=([^&]+)");
        private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");

        /** {@return the path of the repository's own page} */
        String root() {
            String repository = page.group("repo");
            return repository.startsWith("/") ? repository : page.group("before") + "/" + repository;
        }

        /** {@return the path of the page, as it is encoded} */
        String path() {
            String path = page.group("path");
            return path == null ? "" : path;
        }

        /** {@return the address of the archive at a version, or at the one that the page is of where that is empty} */
        String archive(String version) {
            return filled(host.archive, version);
        }

        /** {@return the address of a file's commits at a version}, in which {@code {commit}} and {@code {file}} are left; empty for none */
        String feed(String version) {
            return host.feed.isEmpty() ? "" : filled(host.feed, version);
        }

        private String filled(String template, String version) {
            String ref = version.isEmpty() ? ref() : version;
            String filled =
                    GAP.matcher(template).replaceAll(gap -> Matcher.quoteReplacement(filling(gap.group(1), ref)));
            return filled.startsWith("https:") ? filled : url.origin() + filled;
        }

        private String filling(String gap, String ref) {
            return switch (gap) {
                case "commit", "file" -> "{" + gap + "}";
                case "ref" -> ref;
                case "flat" -> ref.replace('/', '-');
                default -> page.group(gap);
            };
        }

        /** A slash in a name is written as %2F in the address of a page, and plainly in that of an archive. */
        private String ref() {
            Matcher at = AT.matcher(url.query());
            String ref = page.group("ref").isEmpty() && at.find() ? at.group(1) : page.group("ref");
            return ref.isEmpty() ? "HEAD" : ref.replaceAll("(?i)%2f", "/");
        }
    }
}
