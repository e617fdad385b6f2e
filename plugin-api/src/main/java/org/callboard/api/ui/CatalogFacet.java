package org.callboard.api.ui;

import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A name for a field that readers narrow the catalog down by. It stands in the list of facets, with the values that the field
 * has and how many entities each leaves, wherever one of the entities has the field at all.
 *
 * <p>The catalog counts and filters what stands in entities, so a plugin that knows something of its own puts it there first,
 * by an {@link org.callboard.api.ingest.EntityProcessor}: as a label or an annotation, for example. A link to a narrowed
 * catalog names the field, and so means the same when the plugin is gone.
 */
@ConsumerType
@ExtensionPoint("catalog.facet")
public interface CatalogFacet extends Extension {

    /**
     * {@return the dotted path of the field, for example {@code metadata.labels.example.com/tier}; see
     * {@link org.callboard.api.catalog.Filter} for what paths may say} Asked for each page.
     */
    String path();
}
