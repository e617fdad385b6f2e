package org.callboard.plugin.docs;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Page;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.search.SearchCollection;
import org.callboard.api.search.SearchDocument;
import org.callboard.api.search.SearchDocuments;
import org.callboard.api.security.Caller;
import org.callboard.api.source.SourceFiles;
import org.callboard.api.source.SourceFolder;
import org.callboard.api.source.SourcePlace;
import org.callboard.plugin.docs.site.RenderedPage;
import org.callboard.plugin.docs.site.Section;
import org.callboard.plugin.docs.site.Site;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The sections of all documentation, a collection for each entity that has its own. */
@Component
public final class DocsSearch implements SearchDocuments {

    private static final String ANNOTATIONS = "metadata.annotations.";
    private static final String WEB = "url:";
    private static final int PAGE = 200;
    /** How long documents beside descriptors on the web are searched that nobody reads: repositories are fetched for readers alone. */
    private static final Duration UNREAD = Duration.ofDays(90);

    /** Those beside whose descriptors it costs little to look. */
    private static final Filter UNSAID = new Filter.All(List.of(
            new Filter.Equal("kind", FoundDocs.KINDS),
            new Filter.Not(DocsIndex.DOCUMENTED),
            new Filter.Prefix(ANNOTATIONS + FoundDocs.LOCATION, "file:")));

    private static final List<String> ALL = List.of("**");

    private final Catalog catalog;
    private final SourceFiles files;
    private final FoundDocs found;
    private final ReadDocs read;

    /** Reads what entities of this catalog have beside their descriptors. */
    @Activate
    public DocsSearch(@Reference Catalog catalog, @Reference SourceFiles files, @Reference ReadDocs read) {
        this.catalog = catalog;
        this.files = files;
        this.read = read;
        this.found = new FoundDocs(catalog, files, System::nanoTime);
    }

    /** A catalog has many entities, and these are made while others are served: no more than a page of them is held. */
    @Override
    public List<SearchCollection> collections(Caller caller) {
        List<SearchCollection> all = new ArrayList<>();
        Set<String> said = new HashSet<>();
        each(caller, DocsIndex.OWN, entity -> {
            said.add(location(entity));
            collection(caller, entity.ref(), () -> place(caller, entity)).ifPresent(all::add);
        });
        for (DocsPlace usual : unsaid(caller, said)) {
            collection(caller, usual.source().entity(), () -> found.look(caller, usual))
                    .ifPresent(all::add);
        }
        for (Entity entity : read(caller).toList()) {
            collection(caller, entity.ref(), () -> place(caller, entity)).ifPresent(all::add);
        }
        return all.stream().limit(MOST_COLLECTIONS).toList();
    }

    /** {@return the usual places beside the descriptors of which no annotation speaks, one for each} */
    private Collection<DocsPlace> unsaid(Caller caller, Set<String> said) {
        Comparator<DocsPlace> first =
                Comparator.comparing(place -> place.source().entity(), FoundDocs.FIRST);
        Map<String, DocsPlace> beside = new LinkedHashMap<>();
        each(caller, UNSAID, entity -> {
            if (!said.contains(location(entity))) {
                beside.merge(location(entity), FoundDocs.usual(entity), BinaryOperator.minBy(first));
            }
        });
        return beside.values();
    }

    private void each(Caller caller, Filter filter, Consumer<Entity> taker) {
        Query query = Query.of(filter, PAGE);
        for (int taken = 0; taken < MOST_COLLECTIONS; taken += PAGE) {
            Page page = catalog.query(caller, query);
            page.items().forEach(taker);
            String next = page.next();
            if (next == null) {
                return;
            }
            query = query.after(next);
        }
    }

    private Stream<Entity> read(Caller caller) {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(UNREAD.toDays());
        return read.since(day).stream()
                .sorted()
                .flatMap(ref -> catalog.find(caller, ref).stream())
                .filter(entity -> isOnWeb(entity)
                        && entity.annotation(DocsPlace.REF).isEmpty()
                        && entity.annotation(DocsPlace.ENTITY).isEmpty());
    }

    private static boolean isOnWeb(Entity entity) {
        return location(entity).startsWith(WEB);
    }

    private static String location(Entity entity) {
        return entity.annotation(FoundDocs.LOCATION).orElse("");
    }

    /** What is wrong with an annotation is said where somebody wants to read it. */
    private Optional<SearchCollection> collection(Caller caller, EntityRef about, Supplier<Optional<DocsPlace>> where) {
        try {
            return where.get()
                    .map(place ->
                            SearchCollection.of(about, folder(caller, place).fingerprint()));
        } catch (PortalException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<DocsPlace> place(Caller caller, Entity entity) {
        return DocsPlace.elsewhere(entity).isPresent()
                ? Optional.empty()
                : DocsPlace.of(entity)
                        .or(() -> isOnWeb(entity)
                                ? found.of(caller, entity)
                                : found.look(caller, FoundDocs.usual(entity)));
    }

    @Override
    public Stream<SearchDocument> read(SearchCollection collection, Caller caller) {
        return Optional.ofNullable(collection.about()).flatMap(ref -> catalog.find(caller, ref)).stream()
                .flatMap(entity -> place(caller, entity).stream()
                        .flatMap(place -> documents(entity, place, folder(caller, place))));
    }

    /** Where patterns say what is meant, nobody waits for the web; it is all that is meant. */
    private SourceFolder folder(Caller caller, DocsPlace place) {
        SourcePlace source = place.source();
        return files.folder(caller, source.patterns().isEmpty() ? source.only(ALL) : source);
    }

    private static Stream<SearchDocument> documents(Entity entity, DocsPlace place, SourceFolder folder) {
        Site site = Site.read(place.files(folder));
        SiteAddress addresses = new SiteAddress(entity.ref());
        return site.pages().stream()
                .flatMap(address -> site.page(address).stream())
                .flatMap(page -> page.sections().stream().map(section -> document(addresses, page, section)));
    }

    private static SearchDocument document(SiteAddress addresses, RenderedPage page, Section section) {
        boolean isWhole = section.title().equals(page.title());
        return new SearchDocument(
                page.title(),
                isWhole ? "" : section.title(),
                section.text(),
                addresses.of(page.address(), isWhole ? "" : section.id()));
    }
}
