package org.callboard.plugin.docs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.problem.PortalException;
import org.callboard.api.search.SearchCollection;
import org.callboard.api.search.SearchDocument;
import org.callboard.api.search.SearchDocuments;
import org.callboard.api.security.Caller;
import org.callboard.api.source.SourceFiles;
import org.callboard.api.source.SourceFolder;
import org.callboard.plugin.docs.site.RenderedPage;
import org.callboard.plugin.docs.site.Section;
import org.callboard.plugin.docs.site.Site;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The sections of all documentation, a collection for each entity that has its own. */
@Component
public final class DocsSearch implements SearchDocuments {

    private static final Filter OWN = new Filter.Exists("metadata.annotations." + DocsPlace.REF);

    private final Catalog catalog;
    private final SourceFiles files;

    /** Reads what entities of this catalog have beside their descriptors. */
    @Activate
    public DocsSearch(@Reference Catalog catalog, @Reference SourceFiles files) {
        this.catalog = catalog;
        this.files = files;
    }

    @Override
    public List<SearchCollection> collections(Caller caller) {
        return catalog.query(caller, Query.of(OWN, MOST_COLLECTIONS)).items().stream()
                .flatMap(entity -> collection(caller, entity).stream())
                .toList();
    }

    /** What is wrong with an annotation is said where somebody wants to read it. */
    private Optional<SearchCollection> collection(Caller caller, Entity entity) {
        try {
            return folder(caller, entity).map(folder -> SearchCollection.of(entity.ref(), folder.fingerprint()));
        } catch (PortalException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<SourceFolder> folder(Caller caller, Entity entity) {
        return DocsPlace.elsewhere(entity).isPresent()
                ? Optional.empty()
                : DocsPlace.of(entity).map(place -> files.folder(caller, place.entity(), place.folder()));
    }

    @Override
    public Stream<SearchDocument> read(SearchCollection collection, Caller caller) {
        return Optional.ofNullable(collection.about()).flatMap(ref -> catalog.find(caller, ref)).stream()
                .flatMap(entity -> folder(caller, entity).stream().flatMap(folder -> documents(entity, folder)));
    }

    private static Stream<SearchDocument> documents(Entity entity, SourceFolder folder) {
        Site site = Site.read(new FolderFiles(folder));
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
