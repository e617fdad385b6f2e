package org.callboard.api.ui;

import java.util.List;
import java.util.Map;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.security.Caller;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A column that readers of the catalog may choose: something that the plugin knows of each entity. Its title is the column's
 * head. It can't be sorted by: the catalog sorts by what stands in entities. What is to be sorted and narrowed by is put there
 * by an {@link org.callboard.api.ingest.EntityProcessor}; any field can be chosen as a column, and see {@link CatalogFacet}.
 */
@ConsumerType
@ExtensionPoint("catalog.column")
public interface CatalogColumn extends Extension {

    /** How many entities are asked for at once, at most. */
    int MOST_ENTITIES = 200;

    /**
     * {@return what stands in the cells of some entities, by their references} Those that are left out have an empty cell.
     * Called once for all rows that are read together, whenever they are shown, exported, or have changed, with the deadline
     * of one call; never for each row. Where it fails, a dash stands in these rows, with the reason, and nothing else suffers.
     *
     * @param entities from 1 to {@value #MOST_ENTITIES}, each once, that the caller may read
     * @param caller who looks; for asking the catalog for more
     */
    Map<EntityRef, Value> values(List<Entity> entities, Caller caller);
}
