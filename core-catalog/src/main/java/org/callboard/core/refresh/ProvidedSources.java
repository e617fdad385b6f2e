package org.callboard.core.refresh;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.callboard.core.process.LocationTarget;
import org.callboard.core.read.Resource;
import org.callboard.core.read.ResourceReader;
import org.callboard.core.read.UnreadableException;
import org.callboard.core.store.ProvidedStore;
import org.callboard.core.store.ProvidedStore.ProvidedSet;
import org.jspecify.annotations.Nullable;

/**
 * What entity providers gave, as locations: {@code provider:<plugin>/<provider>}, and behind a number sign the name of each
 * document, which is a source of its own, so that one that is wrong keeps no other from changing or going.
 */
public final class ProvidedSources implements ResourceReader {

    private final ProvidedStore store;
    private final BiFunction<String, String, Set<String>> allowedKinds;
    private final ResourceReader others;
    private volatile Map<String, Known> known = Map.of();

    /**
     * Reads them besides files and pages.
     *
     * @param allowedKinds the kinds that what they lead to may hold, by type and target
     * @param others reads what is not provided
     */
    public ProvidedSources(
            ProvidedStore store, BiFunction<String, String, Set<String>> allowedKinds, ResourceReader others) {
        this.store = store;
        this.allowedKinds = allowedKinds;
        this.others = others;
    }

    private record Known(ProvidedSet set, Map<String, String> digests) {}

    /** A document's place: in which set, by which name. */
    private record Place(String set, String name) {

        static Place of(Resource resource) {
            int sign = resource.target().indexOf('#');
            return new Place(
                    resource.target().substring(0, sign), resource.target().substring(sign + 1));
        }
    }

    /** {@return the locations that there are now} */
    public List<LocationTarget> all() {
        Map<String, Known> now = new HashMap<>();
        List<LocationTarget> locations = new ArrayList<>();
        for (ProvidedSet set : store.sets()) {
            String target = set.plugin() + "/" + set.provider();
            Known before = known.get(target);
            now.put(
                    target,
                    before != null && before.set().version() == set.version()
                            ? new Known(set, before.digests())
                            : new Known(set, store.digests(set.plugin(), set.provider())));
            locations.add(new LocationTarget(
                    Resource.PROVIDER,
                    target,
                    Resource.PROVIDER + ":" + target,
                    allowedKinds.apply(Resource.PROVIDER, target)));
        }
        known = Map.copyOf(now);
        return locations;
    }

    /** {@return the documents of one of them} */
    public List<LocationTarget> of(LocationTarget provider) {
        Known set = known.get(provider.target());
        return set == null
                ? List.of()
                : set.digests().keySet().stream()
                        .map(name -> provider.document(provider.target() + "#" + name))
                        .toList();
    }

    /** {@return when the provider of a document gave anything last, where it is known} */
    @Nullable Instant given(Resource document) {
        Known set = known.get(Place.of(document).set());
        return set == null ? null : set.set().given();
    }

    @Override
    public Resource resolve(Resource base, String name) throws UnreadableException {
        return others.resolve(base, name);
    }

    @Override
    public byte[] read(Resource resource) throws UnreadableException {
        if (!resource.type().equals(Resource.PROVIDER)) {
            return others.read(resource);
        }
        Place place = Place.of(resource);
        Known set = known.get(place.set());
        Optional<byte[]> document = set == null
                ? Optional.empty()
                : store.document(set.set().plugin(), set.set().provider(), place.name());
        return document.orElseThrow(() -> new UnreadableException(
                "no-longer-provided",
                "The provider has taken it out just now.",
                "Nothing is to be done; it goes with the next pass."));
    }

    @Override
    public String fingerprint(Resource resource) {
        if (!resource.type().equals(Resource.PROVIDER)) {
            return others.fingerprint(resource);
        }
        Place place = Place.of(resource);
        Known set = known.get(place.set());
        return set == null ? "" : set.digests().getOrDefault(place.name(), "");
    }
}
