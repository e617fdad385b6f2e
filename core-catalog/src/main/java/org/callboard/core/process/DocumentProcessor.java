package org.callboard.core.process;

import org.callboard.api.ingest.EntityProcessor;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.SourcePosition;

/** An entity processor of some plugin, ready to be called. */
public interface DocumentProcessor {

    /** {@return what messages call it at the start of a sentence, naming its plugin} */
    String name();

    /**
     * Calls the processor.
     *
     * @throws PortalException where it failed; the document is refused then
     */
    EntityProcessor.Result process(Json.Obj entity, SourcePosition position);
}
