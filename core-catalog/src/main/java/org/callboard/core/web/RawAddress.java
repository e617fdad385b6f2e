package org.callboard.core.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page on which a code host shows a file, or offers an archive, turned into the address of the file or archive itself: text only,
 * nobody is asked.
 */
final class RawAddress {

    private static final Pattern GITHUB = Pattern.compile("/([^/]+/[^/]+)/(?:blob|raw)/(.+)");
    private static final Pattern GITLAB = Pattern.compile("(/.+)/-/blob/(.+)");
    private static final Pattern GITHUB_ARCHIVE = Pattern.compile("/([^/]+/[^/]+)/archive/(.+)\\.zip");
    private static final Pattern BITBUCKET = Pattern.compile("/([^/]+/[^/]+)/src/(.+)");

    private RawAddress() {}

    static WebUrl of(WebUrl page) {
        Matcher gitlab = GITLAB.matcher(page.path());
        if (gitlab.matches()) {
            return at(page, page.host(), gitlab.group(1) + "/-/raw/" + gitlab.group(2));
        }
        Matcher github = GITHUB.matcher(page.path());
        if (isAt(page, "github.com") && github.matches()) {
            return at(page, "raw.githubusercontent.com", "/" + github.group(1) + "/" + github.group(2));
        }
        Matcher archive = GITHUB_ARCHIVE.matcher(page.path());
        if (isAt(page, "github.com") && archive.matches()) {
            return at(page, "codeload.github.com", "/" + archive.group(1) + "/zip/" + archive.group(2));
        }
        Matcher bitbucket = BITBUCKET.matcher(page.path());
        if (isAt(page, "bitbucket.org") && bitbucket.matches()) {
            return at(page, page.host(), "/" + bitbucket.group(1) + "/raw/" + bitbucket.group(2));
        }
        return page;
    }

    private static boolean isAt(WebUrl page, String host) {
        return page.host().equals(host) && page.scheme().equals("https") && page.hasUsualPort();
    }

    /** What the page was to show of the file goes with the page. */
    private static WebUrl at(WebUrl page, String host, String path) {
        return new WebUrl(page.scheme(), host, page.port(), path, "");
    }
}
