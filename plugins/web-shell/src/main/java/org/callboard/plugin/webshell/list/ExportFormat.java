package org.callboard.plugin.webshell.list;

import java.io.IOException;
import java.util.List;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;

/** How rows are written to a file, one after the other. */
interface ExportFormat {

    void begin() throws IOException;

    /** Writes an entity with a value for each column; null where it has none. */
    void row(Entity entity, List<Json> cells) throws IOException;

    void end() throws IOException;
}
