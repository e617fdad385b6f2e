package org.callboard.core.source;

import java.util.Map;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.Problem.Level;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.read.UnreadableException;
import org.callboard.core.web.ArchiveAddress;
import org.callboard.core.web.WebArchives;

/** Why the files of a repository on the web can't be had, in words for who wants to read them. */
final class TreeProblems {

    private static final String CODE = "archive-unfit";
    private static final Map<String, ProblemKind> KINDS = Map.of(
            "url-not-found",
            ProblemKind.NOT_FOUND,
            "url-too-large",
            ProblemKind.TOO_LARGE,
            "url-not-allowed",
            ProblemKind.BAD_INPUT,
            "url-address-refused",
            ProblemKind.BAD_INPUT,
            "url-malformed",
            ProblemKind.BAD_INPUT,
            "url-scheme",
            ProblemKind.BAD_INPUT,
            "url-no-archive",
            ProblemKind.BAD_INPUT,
            "url-web-page",
            ProblemKind.BAD_INPUT,
            CODE,
            ProblemKind.BAD_INPUT);

    /** What the problems of pages mean for archives. */
    private record Words(String reason, String fix) {}

    private static final Map<String, Words> WORDS = Map.of(
            "url-not-allowed",
            new Words(
                    "The configuration does not let the portal read PLACE.",
                    "Ask an operator to write in callboard.yaml: reading: {allow: [{host: 'HOST'}]}."),
            "url-not-found",
            new Words(
                    "PLACE answers 404: there is no such repository or version, or it is not open to all.",
                    "Correct the address, or let the repository be read without signing in."),
            "url-forbidden",
            new Words(
                    "PLACE answers that it is not open to all.",
                    "Let the repository be read without signing in, or have the portal read it from a folder."),
            "url-web-page",
            new Words(
                    "PLACE answers a web page, not an archive.",
                    "Correct the address, and see that it can be read without signing in."),
            "url-too-large",
            new Words(
                    "PLACE is larger than " + (WebArchives.LARGEST >> 20) + " MiB, and no more is read.",
                    "Keep the documentation in a repository of its own, or name a smaller archive."),
            "url-pending",
            new Words(
                    "The repository at PLACE is being fetched.", "Nothing need be done; it is there within moments."));

    private TreeProblems() {}

    static UnreadableException unfit(String url, UnfitArchiveException unfit) {
        return new UnreadableException(
                CODE,
                SourcePosition.ofFile(url),
                "What '" + url + "' answers " + unfit.getMessage() + ".",
                "Name the address of a repository, or of a ZIP archive with documentation alone.");
    }

    static PortalException exception(Problem problem, String host) {
        Problem worded = worded(problem, host);
        return new PortalException(
                KINDS.getOrDefault(problem.code(), ProblemKind.UNAVAILABLE), worded.reason(), worded.fix());
    }

    /** {@return why what is there may be old} */
    static Problem old(Problem problem, ArchiveAddress address) {
        Problem worded = worded(problem, address.archive().authority());
        return new Problem(
                Level.WARNING,
                problem.code(),
                null,
                problem.position(),
                "This is the last copy that could be had. " + worded.reason(),
                worded.fix());
    }

    private static Problem worded(Problem problem, String host) {
        Words words = WORDS.get(problem.code());
        if (words == null) {
            return problem;
        }
        String place = "'" + problem.position().target() + "'";
        return new Problem(
                problem.level(),
                problem.code(),
                null,
                problem.position(),
                words.reason().replace("PLACE", place),
                words.fix().replace("HOST", host));
    }
}
