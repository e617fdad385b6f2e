package org.callboard.plugin.scorecards.standard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Order;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.security.Caller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The standards that are in the catalog. What is kept of them is what they say, never who may read them. Thread-safe. */
@Component(service = Standards.class)
public final class Standards {

    /** The most standards. */
    public static final int MOST = 200;

    private static final Query ALL = Query.of(Filter.equal("kind", Standard.KIND), MOST)
            .orderedBy(Order.by("metadata.title"), Order.by("metadata.name"));

    private final Catalog catalog;
    private final Map<EntityRef, Standard> read = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<EntityRef, Standard> eldest) {
            return size() > MOST;
        }
    };

    /** Reads those of this catalog. */
    @Activate
    public Standards(@Reference Catalog catalog) {
        this.catalog = catalog;
    }

    /** {@return those that a caller may read and that can be used, by title} */
    public List<Standard> of(Caller caller) {
        List<Standard> found = new ArrayList<>();
        for (Entity entity : catalog.query(caller, ALL).items()) {
            of(entity).ifPresent(found::add);
        }
        return found;
    }

    /** {@return one of them} */
    public Optional<Standard> find(Caller caller, EntityRef ref) {
        return catalog.find(caller, ref).flatMap(this::of);
    }

    /** {@return what an entity says as a standard; nothing where it can't be used} */
    private synchronized Optional<Standard> of(Entity entity) {
        String version = version(entity);
        Standard known = read.get(entity.ref());
        if (known != null && known.version().equals(version)) {
            return Optional.of(known);
        }
        List<Flaw> flaws = new ArrayList<>();
        Standard standard = StandardReader.read(entity.document(), version, flaws::add);
        boolean isOurs = entity.document()
                .text("apiVersion")
                .filter(Standard.API_VERSION::equals)
                .isPresent();
        if (!isOurs || !flaws.isEmpty()) {
            return Optional.empty();
        }
        read.put(entity.ref(), standard);
        return Optional.of(standard);
    }

    private static String version(Entity entity) {
        return entity.document()
                .text("metadata", "etag")
                .orElseGet(() -> Integer.toHexString(entity.document().hashCode()));
    }
}
