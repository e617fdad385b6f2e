package org.callboard.plugin.webshell;

import java.util.List;
import java.util.function.Predicate;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.extension.Extensions;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.callboard.api.plugins.Plugins;
import org.callboard.api.ui.ElementCard;
import org.callboard.api.ui.EntityCard;

/** The cards of an entity's page. */
final class EntityCards implements Shelf {

    private final Extensions extensions;
    private final Plugins plugins;
    private final Entities entities;

    EntityCards(Extensions extensions, Plugins plugins, Entities entities) {
        this.extensions = extensions;
        this.plugins = plugins;
        this.entities = entities;
    }

    @Override
    public Json.Obj list(Asked asked) {
        Entity entity = entities.of(asked);
        List<Json.Obj> cards = spots(asked, entity, Wanted.of(asked.optional("plugin"))).stream()
                .map(Spot::json)
                .toList();
        return Json.object()
                .put("entity", entity.ref().toString())
                .put("cards", new Json.Arr(List.copyOf(cards)))
                .build();
    }

    @Override
    public Spot find(Asked asked, List<String> key) {
        Entity entity = entities.of(asked);
        return Wanted.first(spots(asked, entity, Wanted.by(key)), "card for " + entity.ref(), key);
    }

    private List<Spot> spots(Asked asked, Entity entity, Predicate<ExtensionHandle<?>> wanted) {
        return new PlacedShelf(extensions, wanted, place -> place.holds(entity))
                .with(
                        EntityCard.class,
                        EntityCard::place,
                        handle -> new DrawnView<>(handle, (card, request) -> card.show(entity, request)))
                .with(
                        ElementCard.class,
                        ElementCard::place,
                        handle -> Content.element(handle, ElementCard::element, plugins.uiBase(handle.plugin())))
                .spots(asked.view());
    }
}
