package org.callboard.plugin.webshell.register;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Location;
import org.callboard.api.catalog.Order;
import org.callboard.api.catalog.Page;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.security.Caller;

/** Which entities come from which registered location. */
final class Origin {

    static final String DECLARED_AT = "backstage.io/managed-by-location";
    static final String LED_BY = "backstage.io/managed-by-origin-location";

    private static final String PATH = "metadata.annotations." + LED_BY;
    private static final int LONGEST_VALUE = 200;
    private static final int PAGE = 1_000;

    private Origin() {}

    static String withoutType(String place) {
        return place.startsWith("url:") || place.startsWith("file:") ? place.substring(place.indexOf(':') + 1) : place;
    }

    /** {@return the entities that the location led to, the first {@code most} of them, without the one that stands for it} */
    static List<Entity> entities(Catalog catalog, Caller caller, Location location, int most) {
        String origin = place(location);
        Query query = Query.of(filter(origin), PAGE).orderedBy(new Order("metadata.name", Order.Direction.ASCENDING));
        List<Entity> found = new ArrayList<>();
        String position = null;
        do {
            Page page = catalog.query(caller, position == null ? query : query.after(position));
            for (Entity entity : page.items()) {
                boolean isFrom =
                        entity.annotation(LED_BY).filter(origin::equals).isPresent();
                if (isFrom && !entity.ref().equals(location.entityRef()) && found.size() < most) {
                    found.add(entity);
                }
            }
            position = page.next();
        } while (position != null && found.size() < most);
        return found;
    }

    /** {@return how many entities the location led to, without the one that stands for it} */
    static int count(Catalog catalog, Caller caller, Location location) {
        if (place(location).length() > LONGEST_VALUE) {
            return entities(catalog, caller, location, PAGE).size();
        }
        int all = catalog.query(caller, Query.of(filter(place(location)), 0)).total();
        boolean hasItsOwn = catalog.find(caller, location.entityRef()).isPresent();
        return Math.max(0, hasItsOwn ? all - 1 : all);
    }

    /** {@return the pages that the location leads to: those that declare entities, and those that its descriptors name} */
    static Set<String> files(Location location, List<Entity> entities) {
        Set<String> files = new HashSet<>(Set.of(location.target()));
        for (Entity entity : entities) {
            String file = withoutType(entity.annotation(DECLARED_AT).orElse(""));
            files.add(file);
            if (entity.kind().equalsIgnoreCase("Location")) {
                entity.document().array("spec", "targets").texts().forEach(target -> files.add(resolved(file, target)));
                entity.spec("target").ifPresent(target -> files.add(resolved(file, target)));
            }
        }
        return files;
    }

    private static String resolved(String file, String target) {
        try {
            return new URI(file).resolve(target).toString();
        } catch (URISyntaxException | IllegalArgumentException notOne) {
            return target;
        }
    }

    static String place(Location location) {
        return location.type() + ":" + location.target();
    }

    private static Filter filter(String origin) {
        return origin.length() > LONGEST_VALUE ? new Filter.Exists(PATH) : Filter.equal(PATH, origin);
    }
}
