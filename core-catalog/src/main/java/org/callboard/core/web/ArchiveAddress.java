package org.callboard.core.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.callboard.core.entity.Texts;
import org.callboard.core.read.UnreadableException;

/**
 * Where the archive of a repository is, and which folder or file of it is meant: what the address of a page of a code host says. Text
 * only, nobody is asked.
 *
 * @param page the address that was given
 * @param archive the address of a ZIP archive
 * @param path within it, without a slash at its ends; empty for all of it
 * @param feed the address of the commits that changed a file, in which the commit that the archive is of and the file are left
 *     open; empty where there is none
 */
public record ArchiveAddress(WebUrl page, WebUrl archive, String path, String feed) {

    private static final Pattern VERSION = Pattern.compile("[\\w][\\w.+-]*(/[\\w][\\w.+-]*)*");
    private static final int LONGEST_VERSION = 200;

    /**
     * {@return what an address says}
     *
     * @param version the branch, tag or commit instead of the one that the address names; empty for that
     * @throws UnreadableException where it is no address that an archive can be told from
     */
    public static ArchiveAddress of(String address, String version) throws UnreadableException {
        WebUrl page = WebUrl.parse(address);
        if (page.path().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            if (!version.isEmpty()) {
                throw refused(page, "'" + page + "' is one archive, which has no versions.", "Take the versions out.");
            }
            return new ArchiveAddress(page, page, "", "");
        }
        requireVersion(page, version);
        CodeHost.Repository repository = CodeHost.of(page)
                .orElseThrow(
                        () -> refused(
                                page,
                                "'" + page + "' is not the address of a folder in a repository, nor of a ZIP archive.",
                                "Copy the address of the folder's page at the code host, or name an archive that ends in .zip."));
        return new ArchiveAddress(
                page,
                WebUrl.parse(repository.archive(version)),
                normal(page, "", decoded(repository.path())),
                repository.feed(version));
    }

    private static void requireVersion(WebUrl page, String version) throws UnreadableException {
        if (!version.isEmpty()
                && (version.length() > LONGEST_VERSION
                        || !VERSION.matcher(version).matches())) {
            throw refused(
                    page,
                    Texts.quote(version) + " is no name of a version.",
                    "Name a branch, a tag or a commit: main, v2.1, release/7.");
        }
    }

    /**
     * {@return what a path means beside the file that this is the address of}
     *
     * @throws UnreadableException where it leads out of the repository
     */
    public ArchiveAddress beside(String relative) throws UnreadableException {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        return new ArchiveAddress(page, archive, normal(page, folder, relative), feed);
    }

    /**
     * {@return where the code host tells which commits changed a file}; empty where it does not
     *
     * @param commit up to which; empty for the newest
     * @param file its path in the archive
     */
    Optional<WebUrl> commits(String commit, String file) {
        try {
            String path = URLEncoder.encode(file, StandardCharsets.UTF_8)
                    .replace("+", "%20")
                    .replace("%2F", "/");
            String filled = feed.replace("{commit}", commit.isEmpty() ? "HEAD" : commit);
            return feed.isEmpty() ? Optional.empty() : Optional.of(WebUrl.parse(filled.replace("{file}", path)));
        } catch (UnreadableException none) {
            return Optional.empty();
        }
    }

    private static String normal(WebUrl page, String folder, String path) throws UnreadableException {
        Deque<String> steps = new ArrayDeque<>();
        boolean isPlain = !path.startsWith("/") && path.indexOf('\\') < 0;
        for (String step : (folder + path).split("/", -1)) {
            if (step.equals("..")) {
                isPlain &= steps.pollLast() != null;
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        if (!isPlain) {
            throw refused(
                    page,
                    Texts.quote(path) + " is no path within the repository of '" + page + "'.",
                    "Write steps with slashes between, from the folder of the descriptor: docs, or ../handbook.");
        }
        return String.join("/", steps);
    }

    private static String decoded(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static UnreadableException refused(WebUrl page, String reason, String fix) {
        return FetchProblems.of(page, "url-no-archive", reason, fix);
    }
}
