package org.callboard.plugin.docs.markup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A code host whose issues, changes and people pages refer to in short. */
public enum CodeHost {
    GITHUB("GitHub", "https://github.com", "[a-zA-Z\\d](?:[-\\w]{0,37}[a-zA-Z\\d])?", 7),
    GITLAB("GitLab", "https://gitlab.com", "[.\\w](?:[-.\\w]{0,37}[-\\w])?", 8),
    BITBUCKET("Bitbucket", "https://bitbucket.org", "[-\\w]{1,39}", 7);

    private final String title;
    private final String address;
    private final String user;
    private final int hashLength;

    CodeHost(String title, String address, String user, int hashLength) {
        this.title = title;
        this.address = address;
        this.user = user;
        this.hashLength = hashLength;
    }

    /** The host of a name in small letters; empty where it is not known. */
    public static Optional<CodeHost> of(String name) {
        return Arrays.stream(values())
                .filter(host -> host.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    String title() {
        return title;
    }

    String address() {
        return address;
    }

    /** What a name of a person or group looks like, as a pattern. */
    String user() {
        return user;
    }

    /** The begin of a commit's hash that is shown. */
    String shortened(String hash) {
        return hash.substring(0, hashLength);
    }

    /** Where in a repository an issue, a request to merge or a discussion is, by the sign before its number; empty for none. */
    String numbered(char sign) {
        String place = this == GITLAB ? "/-/" : "/";
        if (sign == '#') {
            return place + "issues/";
        }
        if (sign == '?') {
            return this == GITHUB ? "/discussions/" : "";
        }
        return place + (this == GITHUB ? "pull/" : this == GITLAB ? "merge_requests/" : "pull-requests/");
    }

    /** {@return where in a repository a commit is} */
    public String commit(String hash) {
        return (this == GITLAB ? "/-/commit/" : this == GITHUB ? "/commit/" : "/commits/") + hash;
    }

    String comparison(String from, String to) {
        return this == BITBUCKET
                ? "/branches/compare/" + from + "%0D" + to + "#diff"
                : (this == GITLAB ? "/-/compare/" : "/compare/") + from + "..." + to;
    }
}
