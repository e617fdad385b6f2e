package org.callboard.core.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.core.read.UnreadableException;

/**
 * Which repository it is, however its pages, files and archives are addressed. Text only, nobody is asked.
 *
 * @param authority its host, and the port where it is not the usual one
 * @param path in lower case: no code host has two repositories whose names differ in that alone
 */
public record RepositoryAddress(String authority, String path) {

    private static final Map<String, String> HOSTS = Map.of(
            "raw.githubusercontent.com", "github.com",
            "codeload.github.com", "github.com",
            "www.github.com", "github.com");

    private static final Pattern OWN = Pattern.compile("(/[^/]+(?:/[^/]+?)+?)(?:\\.git)?/*");
    private static final Pattern OWN_AT_BITBUCKET = Pattern.compile("(.*/projects/[^/]+/repos/[^/]+)(?:/browse)?/*");

    /** As code hosts offer them; some are also at an address of one host alone. */
    private static final List<Pattern> ARCHIVES = List.of(
            Pattern.compile("(/.+?)/-/archive/.+"),
            Pattern.compile("(/.+?/[^/]+)/archive/.+\\.zip"),
            Pattern.compile("(.*)/rest/api/[^/]+(/projects/[^/]+/repos/[^/]+)/archive"));

    private static final Map<String, Pattern> OF_ONE_HOST = Map.of(
            "codeload.github.com", Pattern.compile("(/[^/]+/[^/]+)/zip/.+"),
            "bitbucket.org", Pattern.compile("(/[^/]+/[^/]+)/get/.+"));

    /** {@return the repository whose own address this is; empty where it can be none} */
    public static Optional<RepositoryAddress> parse(String address) {
        try {
            WebUrl url = WebUrl.parse(address);
            Matcher bitbucket = OWN_AT_BITBUCKET.matcher(url.path());
            Matcher own = bitbucket.matches() ? bitbucket : OWN.matcher(url.path());
            return own.matches() ? Optional.of(at(url, own.group(1))) : Optional.empty();
        } catch (UnreadableException none) {
            return Optional.empty();
        }
    }

    /** {@return the repository that a page, file or archive is of, if it can be told} */
    static Optional<RepositoryAddress> of(WebUrl url) {
        return CodeHost.of(url).map(page -> at(url, page.root())).or(() -> ofArchive(url));
    }

    private static Optional<RepositoryAddress> ofArchive(WebUrl url) {
        Pattern own = OF_ONE_HOST.get(url.host());
        List<Pattern> forms = own == null ? ARCHIVES : List.of(own);
        return forms.stream()
                .map(form -> form.matcher(url.path()))
                .filter(Matcher::matches)
                .map(archive -> at(url, archive.group(1) + (archive.groupCount() > 1 ? archive.group(2) : "")))
                .findFirst();
    }

    private static RepositoryAddress at(WebUrl url, String path) {
        return new RepositoryAddress(
                HOSTS.getOrDefault(url.authority(), url.authority()), path.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return authority + path;
    }
}
