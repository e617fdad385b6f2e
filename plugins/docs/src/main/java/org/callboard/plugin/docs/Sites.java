package org.callboard.plugin.docs;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.source.FileChange;
import org.callboard.api.source.SourceFiles;
import org.callboard.api.source.SourceFolder;
import org.callboard.plugin.docs.site.RenderedPage;
import org.callboard.plugin.docs.site.Site;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The documentation of entities, for those who may read these: read again when a file changes. Thread-safe. */
@Component(service = Sites.class)
public final class Sites {

    private static final int MOST_SITES = 100;
    private static final int MOST_PAGES = 500;
    /** A reader turns pages faster than a folder is looked through. */
    private static final long LOOK_AGAIN = Duration.ofSeconds(1).toNanos();

    private final Catalog catalog;
    private final SourceFiles files;
    private final FoundDocs found;
    private final Map<DocsPlace, HeldSite> sites = LeastRecent.keeping(MOST_SITES);
    private final Map<PageKey, RenderedPage> pages = LeastRecent.keeping(MOST_PAGES);

    private final LongSupplier nanos;

    /** Reads what entities of this catalog have beside their descriptors. */
    @Activate
    public Sites(@Reference Catalog catalog, @Reference SourceFiles files) {
        this(catalog, files, System::nanoTime);
    }

    Sites(Catalog catalog, SourceFiles files, LongSupplier nanos) {
        this.catalog = catalog;
        this.files = files;
        this.nanos = nanos;
        this.found = new FoundDocs(catalog, files, nanos);
    }

    /** A site, the folder that it was read from, and when that was opened. */
    private record HeldSite(Site site, SourceFolder folder, long looked) {

        String fingerprint() {
            return folder.fingerprint();
        }
    }

    private record PageKey(DocsPlace place, String fingerprint, String address) {}

    /** A site of an entity, as it is now. */
    public final class Docs {

        private final Entity entity;
        private final DocsPlace place;
        private final HeldSite held;

        private Docs(Entity entity, DocsPlace place, HeldSite held) {
            this.entity = entity;
            this.place = place;
            this.held = held;
        }

        /** {@return the entity that was asked for} */
        public Entity entity() {
            return entity;
        }

        /** {@return its pages} */
        public Site site() {
            return held.site();
        }

        /** {@return a text that is another as soon as a page could be, or what is to be said of all} */
        String fingerprint() {
            return problem()
                    .map(problem -> held.fingerprint() + "-" + Integer.toHexString(problem.hashCode()))
                    .orElse(held.fingerprint());
        }

        /** {@return why all of it may be old, if it may} */
        Optional<Problem> problem() {
            return held.folder().problem();
        }

        /** {@return where it is} */
        DocsPlace place() {
            return place;
        }

        /** {@return a page, rendered once as long as the site does not change} */
        public Optional<RenderedPage> page(String address) {
            PageKey key = new PageKey(place, held.fingerprint(), address);
            RenderedPage known = pages.get(key);
            if (known != null) {
                return Optional.of(known);
            }
            Optional<RenderedPage> rendered =
                    held.site().page(address).or(() -> address.isEmpty() ? first(held.site()) : Optional.empty());
            rendered.ifPresent(page -> pages.put(key, page));
            return rendered;
        }

        /** {@return the entity beside whose descriptor it stands} */
        public EntityRef source() {
            return place.source().entity();
        }

        /** {@return when a file was last changed, by its path in the folder} */
        public Optional<FileChange> change(String path) {
            return held.folder().change(path);
        }
    }

    /** Where nothing is at the front, its first page is. */
    private static Optional<RenderedPage> first(Site site) {
        return site.firstPage().or(() -> site.pages().stream().findFirst()).flatMap(site::page);
    }

    /** {@return whether an entity has documentation, or says so} Nobody waits for the web. */
    boolean has(Caller caller, Entity entity) {
        return entity.annotation(DocsPlace.REF).isPresent()
                || entity.annotation(DocsPlace.ENTITY).isPresent()
                || found.of(caller, entity).isPresent();
    }

    /**
     * {@return the documentation of an entity}
     *
     * @param version empty for the one that is shown where none is chosen
     * @throws PortalException NOT_FOUND where there is no such entity for the caller, or it has none; others where it can't
     *     be read, with what to do
     */
    public Docs of(Caller caller, EntityRef ref, String version) {
        Entity entity = find(caller, ref);
        Entity other =
                DocsPlace.elsewhere(entity).map(place -> find(caller, place)).orElse(entity);
        DocsPlace place = DocsPlace.of(other)
                .or(() -> found.of(caller, other))
                .orElseThrow(() -> new PortalException(
                        ProblemKind.NOT_FOUND,
                        other.ref() + " has no documentation.",
                        "Write it as Markdown beside the descriptor, and annotate that: " + DocsPlace.REF + ": dir:."));
        DocsPlace chosen = place.at(version);
        return new Docs(entity, chosen, held(caller, chosen));
    }

    private Entity find(Caller caller, EntityRef ref) {
        return catalog.find(caller, ref)
                .orElseThrow(() -> new PortalException(ProblemKind.NOT_FOUND, "There is no entity " + ref + "."));
    }

    private HeldSite held(Caller caller, DocsPlace place) {
        long now = nanos.getAsLong();
        HeldSite known = sites.get(place);
        if (known != null && now - known.looked() < LOOK_AGAIN) {
            return known;
        }
        SourceFolder folder = files.folder(caller, place.source());
        Site site = known != null && known.fingerprint().equals(folder.fingerprint())
                ? known.site()
                : Site.read(place.files(folder));
        HeldSite held = new HeldSite(site, folder, now);
        sites.put(place, held);
        return held;
    }
}
