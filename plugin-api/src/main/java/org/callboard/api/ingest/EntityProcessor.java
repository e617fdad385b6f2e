package org.callboard.api.ingest;

import java.util.List;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.SourcePosition;
import org.osgi.annotation.versioning.ConsumerType;

/** Changes entities on their way into the catalog: adds an annotation, fills a default, reports a problem. */
@ConsumerType
@ExtensionPoint("catalog.processor")
public interface EntityProcessor extends Extension {

    /** {@return the kinds of the entities that it wants to see, without regard to case; none for all} Asked once for each revision. */
    default List<String> kinds() {
        return List.of();
    }

    /**
     * Called on a refresh thread for every document of these kinds that passed the rules of the envelope, before its kind checks it; must
     * give the same result for the same document. A failure keeps the entity as it last was and becomes a problem of it.
     *
     * @param entity the document, without {@code relations} and {@code status}
     * @param position where its document starts
     * @return the entity to go on with, of the same kind, namespace and name, and what is wrong with it
     */
    Result process(Json.Obj entity, SourcePosition position);

    /**
     * What a processor made of an entity.
     *
     * @param entity the document to go on with
     * @param problems what its owner should hear of
     */
    record Result(Json.Obj entity, List<Problem> problems) {
        /** Copies the problems. */
        public Result {
            problems = List.copyOf(problems);
        }
    }
}
