package org.callboard.plugin.docs.feedback;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.callboard.api.model.Json;
import org.callboard.api.source.FileChange;

/** What is told of a page, as it is answered. */
final class AboutJson {

    private static final int MOST_OTHERS = 50;

    private AboutJson() {}

    /** When it was changed, and by which commit, with its page at the code host where that is known. */
    static Json change(FileChange change, Optional<HostedRepository> repository) {
        Json.Builder json = Json.object().put("at", change.at().toString());
        FileChange.Commit commit = change.commit();
        if (commit == null) {
            return json.put("commit", Json.Null.NULL).build();
        }
        Json page =
                repository.map(hosted -> Json.of(hosted.commit(commit.id()))).orElse(Json.Null.NULL);
        return json.put(
                        "commit",
                        Json.object()
                                .put("id", commit.id())
                                .put("author", commit.author())
                                .put("page", page)
                                .build())
                .build();
    }

    static Json issue(HostedRepository repository) {
        return Json.object()
                .put("address", repository.issue())
                .put("title", repository.kind().titleField())
                .put("text", repository.kind().textField())
                .build();
    }

    /** What its owners are told besides. */
    static Json owners(List<Report> reports, Map<String, Long> open, Votes.Count votes) {
        List<Json> others = new TreeMap<>(open)
                .entrySet().stream()
                        .limit(MOST_OTHERS)
                        .<Json>map(page -> Json.object()
                                .put("page", page.getKey())
                                .put("count", page.getValue())
                                .build())
                        .toList();
        return Json.object()
                .put(
                        "reports",
                        new Json.Arr(reports.stream().map(AboutJson::report).toList()))
                .put("open", new Json.Arr(others))
                .put("yes", votes.yes())
                .put("no", votes.no())
                .build();
    }

    private static Json report(Report report) {
        return Json.object()
                .put("id", report.id())
                .put("section", report.said().section())
                .put("quote", report.said().quote())
                .put("words", report.said().words())
                .put("person", report.person())
                .put("made", report.made().toString())
                .build();
    }

    static Json bool(boolean is) {
        return is ? Json.Bool.TRUE : Json.Bool.FALSE;
    }
}
