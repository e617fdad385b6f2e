package org.callboard.core;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.CatalogEvent;
import org.callboard.api.catalog.Ingest;
import org.callboard.api.catalog.Locations;
import org.callboard.api.search.Search;
import org.callboard.api.source.SourceFiles;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.catalog.AuthorizedCatalog;
import org.callboard.core.catalog.CatalogIngest;
import org.callboard.core.catalog.RegisteredLocations;
import org.callboard.core.catalog.RegisteredLocations.Access;
import org.callboard.core.catalog.SeenCatalog;
import org.callboard.core.config.PortalConfig;
import org.callboard.core.db.Database;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.http.PlacesInUse;
import org.callboard.core.http.PortalHealth.Sources;
import org.callboard.core.policy.Memberships;
import org.callboard.core.query.Advance;
import org.callboard.core.query.EntityChanges;
import org.callboard.core.query.IndexState;
import org.callboard.core.query.SearchIndex;
import org.callboard.core.refresh.Arrival;
import org.callboard.core.refresh.Lineage;
import org.callboard.core.refresh.Orphans;
import org.callboard.core.refresh.RefreshLoop;
import org.callboard.core.refresh.Trial;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.search.TextSearch;
import org.callboard.core.source.EntityFiles;
import org.callboard.core.source.RefreshedSources;
import org.callboard.core.source.WebTrees;
import org.callboard.core.store.ChangeFeed;
import org.callboard.core.store.JdbcCatalogStore;
import org.callboard.core.store.LocationStore;
import org.callboard.core.store.ProvidedStore;
import org.callboard.core.web.ReadingRules;
import org.callboard.core.web.RepositoryAddress;
import org.callboard.core.web.WebPages;

/** The catalog's parts put together: store, index, and the loop that feeds them. */
final class CatalogEngine implements AutoCloseable {

    private static final int EVENTS = 1_000;
    /** An archive is much to send, and who can't wait for it refreshes the entity. */
    private static final Duration REPOSITORIES = Duration.ofMinutes(15);

    private final ActiveRevisions active;
    private final PluginIngest ingest;
    private final ChangeFeed feed;
    private final SearchIndex index;
    private final WebPages pages;
    private final RefreshLoop loop;
    private final Services services;
    private final WebTrees trees;
    private final EntityFiles files;
    private final TextSearch search;
    private final Memberships memberships;
    private final ProvidedStore provided;
    private final Supplier<Sources> state;
    private final CatalogListeners listeners = new CatalogListeners();
    private volatile Consumer<EntityChanges> listening = changes -> {};
    private volatile CompletableFuture<Void> indexed = CompletableFuture.completedFuture(null);

    /** What plugins see of the catalog. */
    record Services(Catalog catalog, Ingest ingest, Locations locations) {}

    /** Opens the catalog: what was in it can be read, and nothing is refreshed yet. */
    CatalogEngine(Database database, PortalConfig config, ActiveRevisions active, AuditLog audit, Clock clock) {
        this.active = active;
        this.ingest = new PluginIngest(active);
        JdbcCatalogStore store = new JdbcCatalogStore(database, new JsonCodec(), this::takeIn);
        this.feed = store.changes();
        this.index = SearchIndex.open(config.storage().resolve("index"), feed);
        this.memberships = new Memberships(new IndexDirectory(index));
        this.pages = new WebPages(database, rules(config), config.processingInterval(), clock, this::wake);
        this.provided = new ProvidedStore(database, clock);
        LocationStore registered = new LocationStore(database, clock);
        CatalogSources sources = sources(config, registered);
        Trial trial = new Trial(sources.reader(), sources.processor(), pages, config.rules()::allowed);
        this.loop = new RefreshLoop(sources.reader(), store, orphans(config), this::publish, clock);
        this.state = () -> sources.state(loop, pages.state(), store.problemCounts());
        Arrival arrival = new Arrival(loop, sources.reader(), pages);
        AuthorizedCatalog catalog = new AuthorizedCatalog(new SeenCatalog(index, store));
        this.trees = trees(config, clock);
        Lineage lineage = new Lineage(store, pages, loop, sources.provided());
        this.services = new Services(
                catalog,
                new RefreshedSources(new CatalogIngest(index, store, arrival, lineage, trial, audit), trees),
                new RegisteredLocations(registered, index, arrival, trial, audit, access(config)));
        this.files = new EntityFiles(catalog::find, CatalogSources.fileTargets(config), trees);
        this.search = TextSearch.open(config.storage().resolve("search"), active, catalog::readable);
    }

    private CatalogSources sources(PortalConfig config, LocationStore registered) {
        return new CatalogSources(config, new CatalogSources.Stores(registered, provided), pages, ingest);
    }

    private static ReadingRules rules(PortalConfig config) {
        return new ReadingRules(config.reading());
    }

    private static WebTrees trees(PortalConfig config, Clock clock) {
        Duration interval = config.processingInterval();
        return new WebTrees(
                config.storage().resolve("repositories"),
                rules(config),
                interval.compareTo(REPOSITORIES) < 0 ? REPOSITORIES : interval,
                clock);
    }

    private static Access access(PortalConfig config) {
        return config.catalog().isReadOnly() ? Access.READ_ONLY : Access.OPEN;
    }

    private static Orphans orphans(PortalConfig config) {
        return config.catalog().keepsOrphans() ? Orphans.KEEP : Orphans.DELETE;
    }

    /** Begins to refresh; plugins that come or go later are heeded from then on. */
    void start(Consumer<EntityChanges> listener) {
        listening = listener;
        ingest.update();
        listeners.follow(active);
        active.listen(change -> {
            // what a plugin gave goes with it
            if (ingest.update() || change.now() == null) {
                loop.wake();
            }
            search.wake();
        });
        loop.start();
        search.start();
    }

    Services services() {
        return services;
    }

    /** {@return the files beside descriptors} */
    SourceFiles files() {
        return files;
    }

    /** {@return the search over plugins' texts} */
    Search search() {
        return search;
    }

    /** {@return how things stand with the index} */
    IndexState indexState() {
        return index.state();
    }

    /** {@return how things stand with what the catalog is read from} */
    Sources sourcesState() {
        return state.get();
    }

    /** {@return whether all that the catalog is read from was looked at once} */
    boolean hasLooked() {
        return loop.looked() != null;
    }

    /** {@return the pages that are fetched and the changes that plugins have yet to hear of} */
    List<PlacesInUse> places() {
        int most = WebPages.most();
        return List.of(
                new PlacesInUse(
                        "fetches",
                        "Pages of the web that are read",
                        () -> Math.min(most, pages.state().fetching()),
                        most,
                        () -> Math.max(0, pages.state().fetching() - most)),
                new PlacesInUse(
                        "listeners",
                        "Changes that the slowest plugin has yet to hear of",
                        listeners::furthestBehind,
                        CatalogListeners.MOST_WAITING,
                        () -> 0));
    }

    /** {@return who is in which groups} */
    Memberships memberships() {
        return memberships;
    }

    /** {@return what plugins provide, to be written to} */
    ProvidedStore provided() {
        return provided;
    }

    /** Has what is read of a repository on the web be asked for now. {@return how many pages and archives that are} */
    int pushed(RepositoryAddress repository) {
        return pages.pushed(repository) + trees.pushed(repository);
    }

    /** Has the catalog follow what changed. */
    void wake() {
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
        try (Advance step = index.advance()) {
            List<CatalogEvent> events = feed.eventsAfter(step.from(), EVENTS);
            while (!events.isEmpty()) {
                tell(step.changes(events));
                events = feed.eventsAfter(events.get(events.size() - 1).number(), EVENTS);
            }
        }
    }

    private void tell(EntityChanges changes) {
        List<CatalogEvent> events = changes.all();
        memberships.changed(events);
        listening.accept(changes);
        listeners.tell(events);
        search.wake();
    }

    @Override
    public void close() {
        search.close();
        loop.close();
        listeners.close();
        pages.close();
        files.close();
        trees.close();
        indexed.join();
        index.close();
    }
}
