package org.callboard.plugin.scorecards.fact;

import java.time.Instant;
import java.util.Optional;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.source.SourceFolder;

/** Whether an entity has documentation, by the annotations that the portal's docs read. */
final class DocsFact {

    private static final String REF = "backstage.io/techdocs-ref";
    private static final String ENTITY = "backstage.io/techdocs-entity";
    private static final String DIR = "dir:";

    private DocsFact() {}

    /** {@return where it is and how many pages it has; nothing where it has none} */
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
                    .filter(pages -> pages > 0)
                    .map(pages -> known(Json.object().put("ref", ref).put("pages", pages), now))
                    .orElseGet(() -> new Answer.Known(null, now, "docs", null));
        } catch (PortalException refused) {
            return new Answer.Missing(refused.message());
        }
    }

    private static long pages(SourceFolder folder) {
        return folder.paths().stream().filter(path -> path.endsWith(".md")).count();
    }

    private static Answer known(Json.Builder value, Instant now) {
        return new Answer.Known(value.build(), now, "docs", null);
    }
}
