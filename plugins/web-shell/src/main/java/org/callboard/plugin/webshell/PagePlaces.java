package org.callboard.plugin.webshell;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.ui.PagePlace;

/** Where pages are, asked for once for each revision of their plugin. Thread-safe. */
final class PagePlaces {

    /** More than plugins that serve have, so that someone who sees another revision makes nobody ask anew. */
    private static final int MOST = 1_000;

    private final Map<Key, PagePlace> known = new ConcurrentHashMap<>();

    /** Tells pages apart, and revisions of one. */
    private record Key(String plugin, String digest, String id, String type) {

        static Key of(ExtensionHandle<?> handle, Class<?> point) {
            return new Key(handle.plugin(), handle.digest(), handle.id(), point.getSimpleName());
        }
    }

    /**
     * {@return where a page is}
     *
     * @throws org.callboard.api.problem.PortalException where its plugin does not say
     */
    <T extends Extension> PagePlace of(ExtensionHandle<T> handle, Class<T> point, Function<T, PagePlace> placeOf) {
        Key key = Key.of(handle, point);
        PagePlace place = known.get(key);
        if (place == null) {
            place = handle.call(extension -> whole(placeOf.apply(extension)));
            known.put(key, place);
        }
        return place;
    }

    /** Runs as the plugin: what it left out of its place is its failure. */
    private static PagePlace whole(PagePlace place) {
        Objects.requireNonNull(place.path());
        Objects.requireNonNull(place.icon());
        Objects.requireNonNull(place.listing());
        Objects.requireNonNull(place.permission());
        return place;
    }

    /** Forgets all but the pages of these revisions, when it knows many. */
    void keep(Set<String> digests) {
        if (known.size() <= MOST) {
            return;
        }
        known.keySet().removeIf(key -> !digests.contains(key.digest()));
    }
}
