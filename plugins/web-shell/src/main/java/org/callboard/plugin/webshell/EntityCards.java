package org.callboard.plugin.webshell;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.extension.Extensions;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.callboard.api.plugins.Plugins;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.ui.Card;
import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.ElementCard;
import org.callboard.api.ui.EntityCard;

/** The cards of all plugins for one entity; a card that fails says so in its place and harms no other. */
final class EntityCards {

    private static final Comparator<Placed<?>> AS_THEY_STAND = Comparator.<Placed<?>>comparingInt(
                    placed -> placed.place().order())
            .thenComparing(placed -> placed.handle().plugin())
            .thenComparing(placed -> placed.handle().id());

    private final Extensions extensions;
    private final Plugins plugins;

    EntityCards(Extensions extensions, Plugins plugins) {
        this.extensions = extensions;
        this.plugins = plugins;
    }

    /** {@return the selected cards as JSON, in the order in which they stand} */
    List<Json.Obj> of(Entity entity, Caller caller, CardSelection selection) {
        List<Placed<?>> placed = new ArrayList<>();
        for (ExtensionHandle<EntityCard> handle : selected(EntityCard.class, selection)) {
            place(handle, EntityCard::place, card -> drawn(card.show(entity, caller)), entity, placed);
        }
        for (ExtensionHandle<ElementCard> handle : selected(ElementCard.class, selection)) {
            place(handle, ElementCard::place, card -> drawnByItself(handle.plugin(), card), entity, placed);
        }
        return placed.stream().sorted(AS_THEY_STAND).map(EntityCards::json).toList();
    }

    private <T extends Extension> List<ExtensionHandle<T>> selected(Class<T> point, CardSelection selection) {
        return extensions.of(point).stream().filter(selection::holds).toList();
    }

    private static <T extends Extension> void place(
            ExtensionHandle<T> handle,
            Function<T, CardPlace> placeOf,
            Function<T, Json.Obj> content,
            Entity entity,
            List<Placed<?>> placed) {
        try {
            CardPlace place = handle.call(placeOf);
            if (place.holds(entity)) {
                placed.add(new Placed<>(handle, place, content));
            }
        } catch (PortalException e) {
            placed.add(new Placed<>(handle, CardPlace.EVERYWHERE, card -> failed(e)));
        }
    }

    private static <T extends Extension> Json.Obj json(Placed<T> placed) {
        ExtensionHandle<T> handle = placed.handle();
        Json.Builder card = Json.object()
                .put("plugin", handle.plugin())
                .put("version", handle.version())
                .put("digest", handle.digest())
                .put("id", handle.id())
                .put("title", handle.title())
                .put("size", placed.place().size().name().toLowerCase(Locale.ROOT))
                .put("order", placed.place().order());
        placed.content().fields().forEach(card::put);
        return card.build();
    }

    private static Json.Obj drawn(Card card) {
        return Json.object().put("tier", 1).put("model", CardJson.of(card)).build();
    }

    private Json.Obj drawnByItself(String plugin, ElementCard card) {
        URI base = plugins.uiBase(plugin)
                .orElseThrow(() -> new PortalException(
                        ProblemKind.NOT_FOUND,
                        "Plugin '" + plugin + "' has a card that draws itself, and no files below ui/ in its jar.",
                        "Add ui/main.js to the jar."));
        return Json.object()
                .put("tier", 2)
                .put("element", card.element())
                .put("module", base.resolve("main.js").toString())
                .build();
    }

    private static Json.Obj failed(PortalException failure) {
        Json.Obj error = Json.object()
                .put("message", failure.message())
                .put("hint", failure.hint())
                .build();
        return Json.object().put("tier", 1).put("error", error).build();
    }

    private record Placed<T extends Extension>(
            ExtensionHandle<T> handle, CardPlace place, Function<T, Json.Obj> source) {

        Json.Obj content() {
            try {
                return handle.call(source);
            } catch (PortalException e) {
                return failed(e);
            }
        }
    }
}
