package org.callboard.plugin.webshell;

import java.util.List;
import java.util.function.Predicate;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.extension.Extensions;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.callboard.api.plugins.Plugins;
import org.callboard.api.ui.ElementTab;
import org.callboard.api.ui.EntityTab;

/** The tabs of an entity's page; the list of them has no contents. */
final class EntityTabs implements Shelf {

    private final Extensions extensions;
    private final Plugins plugins;
    private final Entities entities;

    EntityTabs(Extensions extensions, Plugins plugins, Entities entities) {
        this.extensions = extensions;
        this.plugins = plugins;
        this.entities = entities;
    }

    @Override
    public Json.Obj list(Asked asked) {
        List<Json.Obj> tabs = spots(asked, entities.of(asked), Wanted.of(asked.optional("plugin"))).stream()
                .map(spot -> spot.facts().without("size"))
                .toList();
        return Json.object().put("tabs", new Json.Arr(List.copyOf(tabs))).build();
    }

    @Override
    public Spot find(Asked asked, List<String> key) {
        Entity entity = entities.of(asked);
        return Wanted.first(spots(asked, entity, Wanted.by(key)), "tab for " + entity.ref(), key);
    }

    private List<Spot> spots(Asked asked, Entity entity, Predicate<ExtensionHandle<?>> wanted) {
        return new PlacedShelf(extensions, wanted, place -> place.holds(entity))
                .with(
                        EntityTab.class,
                        EntityTab::place,
                        handle -> new DrawnView<>(handle, (tab, request) -> tab.show(entity, request)))
                .with(
                        ElementTab.class,
                        ElementTab::place,
                        tab -> tab.isOn(entity, asked.caller()),
                        handle -> Content.element(handle, ElementTab::element, plugins.uiBase(handle.plugin())))
                .spots(asked.view());
    }
}
