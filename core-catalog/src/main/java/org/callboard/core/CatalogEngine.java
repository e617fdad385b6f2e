package org.callboard.core;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.CatalogEvent;
import org.callboard.api.catalog.CatalogListener;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.problem.PortalException;
import org.callboard.core.catalog.AuthorizedCatalog;
import org.callboard.core.catalog.DefaultCatalog;
import org.callboard.core.config.PortalConfig;
import org.callboard.core.db.Database;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.lifecycle.ActiveRevisions;
import org.callboard.core.process.LocationTarget;
import org.callboard.core.process.SourceProcessor;
import org.callboard.core.query.SearchIndex;
import org.callboard.core.read.DocumentParser;
import org.callboard.core.read.LocationFiles;
import org.callboard.core.read.ReadLimits;
import org.callboard.core.refresh.RefreshLoop;
import org.callboard.core.refresh.SourceReader;
import org.callboard.core.store.ChangeFeed;
import org.callboard.core.store.JdbcCatalogStore;
import org.callboard.core.store.JdbcChangeFeed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The catalog's parts put together: store, index, and the loop that feeds them. */
final class CatalogEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogEngine.class);
    private static final long PAUSE_MILLIS = 3_000;
    private static final int EVENTS = 1_000;

    private final ActiveRevisions active;
    private final PluginIngest ingest;
    private final ChangeFeed feed;
    private final SearchIndex index;
    private final Catalog catalog;
    private final RefreshLoop loop;
    private volatile Consumer<List<CatalogEvent>> pages = events -> {};

    private CatalogEngine(Database database, PortalConfig config, ActiveRevisions active) {
        this.active = active;
        this.ingest = new PluginIngest(active);
        this.feed = new JdbcChangeFeed(database);
        JdbcCatalogStore store = new JdbcCatalogStore(database, new JsonCodec());
        this.index = SearchIndex.open(config.storage().resolve("index"), feed);
        this.catalog = new AuthorizedCatalog(new DefaultCatalog(index, store));
        this.loop = new RefreshLoop(reader(config), store, this::publish);
    }

    /** Opens the catalog: what was in it can be read, and nothing is refreshed yet. */
    static CatalogEngine open(Database database, PortalConfig config, ActiveRevisions active) {
        return new CatalogEngine(database, config, active);
    }

    private SourceReader reader(PortalConfig config) {
        List<LocationTarget> roots = config.locations().stream()
                .map(location -> new LocationTarget(
                        location.type(),
                        location.target(),
                        location.type() + ":" + location.target(),
                        Set.copyOf(location.kinds())))
                .toList();
        LocationFiles files = new LocationFiles(
                ReadLimits.DEFAULT,
                roots.stream()
                        .filter(root -> root.type().equals("file"))
                        .map(LocationTarget::target)
                        .toList());
        SourceProcessor processor = new SourceProcessor(
                new DocumentParser(ReadLimits.DEFAULT),
                files,
                () -> ingest.current().kinds(),
                () -> ingest.current().processors());
        return new SourceReader(roots, files, processor, () -> ingest.current().stamp());
    }

    /** Begins to refresh; plugins that come or go later are heeded from then on. */
    void start(Consumer<List<CatalogEvent>> listener) {
        pages = listener;
        ingest.update();
        active.listen(change -> {
            if (ingest.update()) {
                loop.wake();
            }
        });
        loop.start(PAUSE_MILLIS);
    }

    Catalog catalog() {
        return catalog;
    }

    private void publish() {
        long before = index.generation();
        index.catchUp();
        List<CatalogEvent> events = feed.eventsAfter(before, EVENTS);
        while (!events.isEmpty()) {
            tell(events);
            events = feed.eventsAfter(events.get(events.size() - 1).number(), EVENTS);
        }
    }

    private void tell(List<CatalogEvent> events) {
        pages.accept(events);
        for (ExtensionHandle<CatalogListener> listener : active.of(CatalogListener.class)) {
            try {
                listener.call(target -> {
                    target.changed(events);
                    return events;
                });
            } catch (PortalException failure) {
                LOG.warn("The listener {} of plugin '{}' failed", listener.id(), listener.plugin(), failure);
            }
        }
    }

    @Override
    public void close() {
        loop.close();
        index.close();
    }
}
