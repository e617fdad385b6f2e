package org.callboard.plugin.docs;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.security.Caller;
import org.callboard.api.source.SourceFiles;
import org.callboard.api.source.SourceFolder;

/**
 * What stands in the usual places beside a descriptor of which no annotation speaks. It is looked for once in a while, however often
 * somebody asks. Thread-safe.
 */
final class FoundDocs {

    /** Where the descriptor of an entity was read from. */
    static final String LOCATION = "backstage.io/managed-by-location";

    /** The kinds whose entities may have it, the one that goes first before others. */
    static final List<String> KINDS = List.of("system", "component");

    /** The usual places, with the pictures that pages there show. */
    static final List<String> USUAL = List.of(
            "mkdocs.yml",
            "mkdocs.yaml",
            "README.md",
            "CHANGELOG.md",
            "docs/**",
            "doc/adr/**",
            "adr/**",
            "runbook*.md",
            "runbooks/**",
            "*.png",
            "*.jpg",
            "*.gif",
            "*.svg",
            "images/**",
            "assets/**");

    /** Of entities in one descriptor the least has what stands beside it. */
    static final Comparator<EntityRef> FIRST = Comparator.<EntityRef>comparingInt(ref -> KINDS.indexOf(ref.kind()))
            .thenComparing(Comparator.naturalOrder());

    private static final int MOST = 10_000;
    private static final int MOST_IN_A_FILE = 1_000;
    private static final long LOOK_AGAIN = Duration.ofSeconds(5).toNanos();

    private final Catalog catalog;
    private final SourceFiles files;
    private final LongSupplier nanos;
    private final Map<EntityRef, Look> looks = LeastRecent.keeping(MOST);

    FoundDocs(Catalog catalog, SourceFiles files, LongSupplier nanos) {
        this.catalog = catalog;
        this.files = files;
        this.nanos = nanos;
    }

    private record Look(Optional<DocsPlace> place, long at) {}

    /** {@return where an entity's documents stand that has no annotation, if there are some} Nobody waits for the web. */
    Optional<DocsPlace> of(Caller caller, Entity entity) {
        if (!mayHave(entity)) {
            return Optional.empty();
        }
        long now = nanos.getAsLong();
        Look known = looks.get(entity.ref());
        if (known != null && now - known.at() < LOOK_AGAIN) {
            return known.place();
        }
        try {
            Optional<DocsPlace> place = isFirst(caller, entity) ? look(caller, usual(entity)) : Optional.empty();
            looks.put(entity.ref(), new Look(place, now));
            return place;
        } catch (PortalException notNow) {
            return Optional.empty();
        }
    }

    private static boolean mayHave(Entity entity) {
        return KINDS.contains(entity.ref().kind())
                && entity.annotation(DocsPlace.REF).isEmpty()
                && entity.annotation(DocsPlace.ENTITY).isEmpty()
                && entity.annotation(LOCATION).isPresent();
    }

    /** Of several entities in a descriptor one has what stands beside it; none where an annotation gives it to one. */
    private boolean isFirst(Caller caller, Entity entity) {
        Filter same = Filter.equal(
                "metadata.annotations." + LOCATION, entity.annotation(LOCATION).orElse(""));
        List<Entity> all = catalog.query(caller, Query.of(same, MOST_IN_A_FILE)).items();
        return all.stream().noneMatch(other -> other.annotation(DocsPlace.REF).isPresent())
                && all.stream()
                        .map(Entity::ref)
                        .filter(ref -> KINDS.contains(ref.kind()))
                        .min(FIRST)
                        .filter(entity.ref()::equals)
                        .isPresent();
    }

    /** {@return the usual places beside a descriptor} */
    static DocsPlace usual(Entity entity) {
        return DocsPlace.found(entity, USUAL);
    }

    /** {@return where documents stand, by a look at the usual places} */
    Optional<DocsPlace> look(Caller caller, DocsPlace usual) {
        SourceFolder folder = files.folder(caller, usual.source());
        if (FoundFiles.isSite(folder)) {
            return Optional.of(usual.whole());
        }
        return folder.paths().stream().anyMatch(FoundFiles::isPage) ? Optional.of(usual) : Optional.empty();
    }
}
