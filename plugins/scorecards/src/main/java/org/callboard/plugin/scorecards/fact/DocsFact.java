package org.callboard.plugin.scorecards.fact;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.source.FileChange;
import org.callboard.api.source.SourceFolder;

/** Whether an entity has documentation, by the annotations that the portal's docs read. */
final class DocsFact {

    private static final String REF = "backstage.io/techdocs-ref";
    private static final String ENTITY = "backstage.io/techdocs-entity";
    private static final String DIR = "dir:";

    private DocsFact() {}

    /** {@return where it is, how many pages it has and when the last of them was changed; nothing where it has none} */
    static Answer of(Entity entity, FileFacts files, Instant now) {
        Optional<String> other = entity.annotation(ENTITY);
        if (other.isPresent()) {
            return known(Json.object().put("entity", other.get()), now);
        }
        String ref = entity.annotation(REF).orElse("").strip();
        if (ref.isEmpty()) {
            return new Answer.Known(null, now, "docs", null);
        }
        if (!ref.startsWith(DIR)) {
            return known(Json.object().put("ref", ref), now);
        }
        try {
            return files.folder(entity, ref.substring(DIR.length()))
                    .map(DocsFact::pages)
                    .filter(pages -> !pages.isEmpty())
                    .map(pages -> known(value(pages, now).put("ref", ref).put("pages", pages.size()), now))
                    .orElseGet(() -> new Answer.Known(null, now, "docs", null));
        } catch (PortalException refused) {
            return new Answer.Missing(refused.message());
        }
    }

    /** When each page was last changed; the beginning of time where that is not known. */
    private static List<Instant> pages(SourceFolder folder) {
        return folder.paths().stream()
                .filter(path -> path.endsWith(".md"))
                .map(path -> folder.change(path).map(FileChange::at).orElse(Instant.EPOCH))
                .toList();
    }

    private static Json.Builder value(List<Instant> pages, Instant now) {
        Instant newest = Collections.max(pages);
        return newest.equals(Instant.EPOCH)
                ? Json.object()
                : Json.object()
                        .put("newestChange", newest.toString())
                        .put(
                                "newestChangeDays",
                                Math.max(0, Duration.between(newest, now).toDays()));
    }

    private static Answer known(Json.Builder value, Instant now) {
        return new Answer.Known(value.build(), now, "docs", null);
    }
}
