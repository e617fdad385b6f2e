package org.callboard.plugin.webshell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.extension.Extensions;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.ViewRequest;

/** Puts together what stands in one place, in its order; what fails says so where it would stand and harms no other. */
final class PlacedShelf {

    private static final Comparator<Placed> AS_THEY_STAND = Comparator.<Placed>comparingInt(
                    placed -> placed.place().order())
            .thenComparing(placed -> placed.handle().plugin())
            .thenComparing(placed -> placed.handle().id());

    private final Extensions extensions;
    private final Predicate<ExtensionHandle<?>> wanted;
    private final Predicate<CardPlace> here;
    private final List<Placed> placed = new ArrayList<>();

    /**
     * Begins.
     *
     * @param wanted which extensions are asked for
     * @param here which places are meant
     */
    PlacedShelf(Extensions extensions, Predicate<ExtensionHandle<?>> wanted, Predicate<CardPlace> here) {
        this.extensions = extensions;
        this.wanted = wanted;
        this.here = here;
    }

    /** Adds those of a point that stand here. */
    <T extends Extension> PlacedShelf with(
            Class<T> point, Function<T, CardPlace> placeOf, Function<ExtensionHandle<T>, Content> content) {
        return with(point, placeOf, extension -> true, content);
    }

    /** Adds those of a point that stand here and say so themselves. */
    <T extends Extension> PlacedShelf with(
            Class<T> point,
            Function<T, CardPlace> placeOf,
            Predicate<T> isOn,
            Function<ExtensionHandle<T>, Content> content) {
        Function<T, Optional<CardPlace>> spot =
                extension -> ifHere(placeOf.apply(extension)).filter(place -> isOn.test(extension));
        extensions.of(point).stream().filter(wanted).forEach(handle -> add(handle, spot, content.apply(handle)));
        return this;
    }

    private <T extends Extension> void add(
            ExtensionHandle<T> handle, Function<T, Optional<CardPlace>> spot, Content content) {
        try {
            handle.<Optional<CardPlace>>call(spot).ifPresent(place -> placed.add(new Placed(handle, place, content)));
        } catch (PortalException failure) {
            placed.add(new Placed(handle, CardPlace.EVERYWHERE, Content.failed(failure)));
        }
    }

    /** Runs as the plugin: what it left out of its place is its failure. */
    private Optional<CardPlace> ifHere(CardPlace place) {
        Objects.requireNonNull(place.size());
        return Optional.of(place).filter(here);
    }

    /** {@return all in their order} */
    List<Spot> spots(ViewRequest request) {
        return placed.stream()
                .sorted(AS_THEY_STAND)
                .map(one -> new Spot(one.facts(), one.content(), request))
                .toList();
    }

    private record Placed(ExtensionHandle<?> handle, CardPlace place, Content content) {

        Json.Obj facts() {
            return Spot.facts(handle)
                    .put("size", place.size().name().toLowerCase(Locale.ROOT))
                    .put("order", place.order())
                    .build();
        }
    }
}
