package org.callboard.core;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.CatalogEvent;
import org.callboard.api.catalog.CatalogListener;
import org.callboard.api.catalog.Ingest;
import org.callboard.api.catalog.Locations;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.problem.PortalException;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.catalog.AuthorizedCatalog;
import org.callboard.core.catalog.CatalogIngest;
import org.callboard.core.catalog.DefaultCatalog;
import org.callboard.core.catalog.RegisteredLocations;
import org.callboard.core.catalog.RegisteredLocations.Access;
import org.callboard.core.config.PortalConfig;
import org.callboard.core.db.Database;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.lifecycle.ActiveRevisions;
import org.callboard.core.query.SearchIndex;
import org.callboard.core.refresh.Arrival;
import org.callboard.core.refresh.Lineage;
import org.callboard.core.refresh.Orphans;
import org.callboard.core.refresh.RefreshLoop;
import org.callboard.core.refresh.Trial;
import org.callboard.core.store.ChangeFeed;
import org.callboard.core.store.JdbcCatalogStore;
import org.callboard.core.store.LocationStore;
import org.callboard.core.web.ReadingRules;
import org.callboard.core.web.WebPages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The catalog's parts put together: store, index, and the loop that feeds them. */
final class CatalogEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogEngine.class);
    private static final int EVENTS = 1_000;

    private final ActiveRevisions active;
    private final PluginIngest ingest;
    private final ChangeFeed feed;
    private final SearchIndex index;
    private final WebPages pages;
    private final RefreshLoop loop;
    private final Services services;
    private volatile Consumer<List<CatalogEvent>> listening = events -> {};
    private volatile CompletableFuture<Void> indexed = CompletableFuture.completedFuture(null);

    /** What plugins see of the catalog. */
    record Services(Catalog catalog, Ingest ingest, Locations locations) {}

    private CatalogEngine(Database database, PortalConfig config, ActiveRevisions active, AuditLog audit, Clock clock) {
        this.active = active;
        this.ingest = new PluginIngest(active);
        JdbcCatalogStore store = new JdbcCatalogStore(database, new JsonCodec(), this::takeIn);
        this.feed = store.changes();
        this.index = SearchIndex.open(config.storage().resolve("index"), feed);
        this.pages = new WebPages(
                database, new ReadingRules(config.reading()), config.processingInterval(), clock, this::wake);
        LocationStore registered = new LocationStore(database, clock);
        CatalogSources sources = new CatalogSources(config, registered, pages, ingest);
        Trial trial = new Trial(sources.reader(), sources.processor(), pages, config.rules()::allowed);
        Orphans orphans = config.catalog().keepsOrphans() ? Orphans.KEEP : Orphans.DELETE;
        this.loop = new RefreshLoop(sources.reader(), store, orphans, this::publish, clock);
        Access access = config.catalog().isReadOnly() ? Access.READ_ONLY : Access.OPEN;
        Arrival arrival = new Arrival(loop, sources.reader(), pages);
        this.services = new Services(
                new AuthorizedCatalog(new DefaultCatalog(index, store)),
                new CatalogIngest(index, store, arrival, new Lineage(store, pages, loop), trial, audit),
                new RegisteredLocations(registered, index, arrival, trial, audit, access));
    }

    /** Opens the catalog: what was in it can be read, and nothing is refreshed yet. */
    static CatalogEngine open(
            Database database, PortalConfig config, ActiveRevisions active, AuditLog audit, Clock clock) {
        return new CatalogEngine(database, config, active, audit, clock);
    }

    /** Begins to refresh; plugins that come or go later are heeded from then on. */
    void start(Consumer<List<CatalogEvent>> listener) {
        listening = listener;
        ingest.update();
        active.listen(change -> {
            if (ingest.update()) {
                loop.wake();
            }
        });
        loop.start();
    }

    Services services() {
        return services;
    }

    private void wake() {
        loop.wake();
    }

    /** One portion of changes is indexed, on a thread of its own, while the next is being made. */
    private void takeIn() {
        indexed.join();
        indexed = CompletableFuture.runAsync(index::takeIn, task -> new Thread(task, "index").start())
                // what has failed fails again when the index is to catch up, and there it is heard
                .exceptionally(failure -> null);
    }

    private void publish() {
        indexed.join();
        long before = index.generation();
        index.catchUp();
        List<CatalogEvent> events = feed.eventsAfter(before, EVENTS);
        while (!events.isEmpty()) {
            tell(events);
            events = feed.eventsAfter(events.get(events.size() - 1).number(), EVENTS);
        }
    }

    private void tell(List<CatalogEvent> events) {
        listening.accept(events);
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
        pages.close();
        indexed.join();
        index.close();
    }
}
