package org.callboard.core.refresh;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.callboard.api.catalog.Provenance;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.Problem;
import org.callboard.core.entity.ReservedAnnotations;
import org.callboard.core.process.GeneratedLocation;
import org.callboard.core.read.Pages;
import org.callboard.core.read.Pages.Visit;
import org.callboard.core.read.Resource;
import org.callboard.core.store.CatalogStore;
import org.callboard.core.store.StoredSource;
import org.jspecify.annotations.Nullable;

/** Where entities come from: their source, the Location entity that leads to it, that one's source, and so on. */
public final class Lineage {

    private final CatalogStore store;
    private final Pages pages;
    private final RefreshLoop loop;
    private final ProvidedSources provided;

    /** Looks these up. */
    public Lineage(CatalogStore store, Pages pages, RefreshLoop loop, ProvidedSources provided) {
        this.store = store;
        this.pages = pages;
        this.loop = loop;
        this.provided = provided;
    }

    /** {@return the sources that an entity descends from, its own first} */
    public List<StoredSource> of(EntityRef ref) {
        List<StoredSource> line = new ArrayList<>();
        Set<EntityRef> seen = new HashSet<>();
        EntityRef next = ref;
        while (next != null && seen.add(next)) {
            Optional<StoredSource> source = store.source(next);
            source.ifPresent(line::add);
            next = source.map(StoredSource::parent).orElse(null);
        }
        return line;
    }

    /** Has the pages among these sources fetched, and what they were made from. {@return done when all have been} */
    public CompletableFuture<Void> fetch(List<StoredSource> line) {
        return CompletableFuture.allOf(line.stream()
                .flatMap(source -> Stream.concat(Stream.of(source.resource()), source.inputs().stream()))
                .filter(resource -> resource.type().equals(Resource.URL))
                .distinct()
                .map(resource -> pages.refresh(resource.target()))
                .toArray(CompletableFuture<?>[]::new));
    }

    /** {@return where an entity comes from} */
    public Provenance provenance(Entity entity) {
        StoredSource source = store.source(entity.ref()).orElse(null);
        Resource resource = source == null ? null : source.resource();
        Visit visit = visit(resource);
        boolean standIn = resource == null || resource.type().equals(GeneratedLocation.TYPE);
        return new Provenance(
                entity.ref(),
                entity.annotation(ReservedAnnotations.LOCATION).orElse(null),
                entity.annotation(ReservedAnnotations.ORIGIN).orElse(null),
                source == null || source.parent() == null ? List.of() : List.of(source.parent()),
                standIn ? null : visit.looked(),
                store.changed(entity.ref()).orElse(null),
                standIn ? null : visit.next(),
                explanation(entity.ref(), resource, visit));
    }

    /** {@return when some entities last changed, of those that are there} */
    public Map<EntityRef, Instant> changed(Collection<EntityRef> refs) {
        return store.changed(refs);
    }

    private Visit visit(@Nullable Resource resource) {
        if (resource == null) {
            return new Visit(loop.looked(), null, null);
        }
        return switch (resource.type()) {
            case Resource.URL -> pages.visit(resource.target()).orElse(new Visit(null, null, null));
            case Resource.PROVIDER -> new Visit(provided.given(resource), null, null);
            default -> new Visit(loop.looked(), null, null);
        };
    }

    private String explanation(EntityRef ref, @Nullable Resource resource, Visit visit) {
        if (resource == null) {
            return "Nothing declares it any more; it is kept as an orphan until someone takes it out.";
        }
        Optional<Problem> refused = store.problems(ref).stream()
                .filter(problem -> problem.level() == Problem.Level.ERROR)
                .findFirst();
        if (refused.isPresent()) {
            return "Its document is refused, and the last good version is served: "
                    + refused.get().reason();
        }
        return switch (resource.type()) {
            case GeneratedLocation.TYPE -> "It stands for a location, and goes with it.";
            case Resource.URL ->
                visit.failure() != null
                        ? "Its page could not be read, and the last good version is served: " + visit.failure()
                        : visit.looked() == null ? "Its page is not fetched yet." : "Its page is fetched now and then.";
            case Resource.PROVIDER ->
                "The provider " + resource.target().replaceFirst("#.*", "")
                        + " gave it, and gives it anew by its schedule.";
            default -> "Its file is watched, and read as soon as it changes.";
        };
    }
}
