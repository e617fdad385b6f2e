package org.callboard.plugin.scorecards.fact;

import java.util.Map;
import java.util.TreeMap;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Ingest;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.extension.Extensions;
import org.callboard.api.security.Caller;
import org.callboard.api.source.SourceFiles;
import org.callboard.api.ui.CatalogColumn;
import org.callboard.plugin.scorecards.api.FactSource;
import org.callboard.plugin.scorecards.standard.FactNames;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where facts come from. */
@Component(service = FactSources.class)
public final class FactSources {

    private final Catalog catalog;
    private final Ingest ingest;
    private final SourceFiles files;
    private final StoredFacts stored;
    private final Extensions extensions;

    /** Asks these services. */
    @Activate
    public FactSources(
            @Reference Catalog catalog,
            @Reference Ingest ingest,
            @Reference SourceFiles files,
            @Reference StoredFacts stored,
            @Reference Extensions extensions) {
        this.catalog = catalog;
        this.ingest = ingest;
        this.files = files;
        this.stored = stored;
        this.extensions = extensions;
    }

    Catalog catalog() {
        return catalog;
    }

    Ingest ingest() {
        return ingest;
    }

    SourceFiles files() {
        return files;
    }

    StoredFacts stored() {
        return stored;
    }

    /** {@return the facts that plugins offer at this moment, and the revision that offers each} */
    public Map<String, String> revisions() {
        Map<String, String> revisions = new TreeMap<>();
        ofPlugins().forEach((name, source) -> revisions.put(name, source.digest()));
        return revisions;
    }

    Map<String, Offer> ofPlugins() {
        Map<String, Offer> offers = new TreeMap<>();
        for (ExtensionHandle<FactSource> source : extensions.of(FactSource.class)) {
            offers.put(source.plugin() + "/" + source.id(), Offer.of(source));
        }
        for (ExtensionHandle<CatalogColumn> column : extensions.of(CatalogColumn.class)) {
            offers.put(FactNames.COLUMN + column.plugin() + "/" + column.id(), Offer.ofColumn(column));
        }
        return offers;
    }

    /** {@return a gathering of what a caller may read} */
    public Gathering gathering(Caller caller, java.time.Instant now) {
        return new Gathering(this, caller, now);
    }
}
