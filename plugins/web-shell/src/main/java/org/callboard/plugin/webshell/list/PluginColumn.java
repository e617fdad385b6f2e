package org.callboard.plugin.webshell.list;

import java.util.List;
import java.util.Map;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.security.Caller;
import org.callboard.api.ui.CatalogColumn;
import org.callboard.api.ui.Value;
import org.callboard.plugin.webshell.view.FaultyViewException;
import org.callboard.plugin.webshell.view.ValueJson;

/** A plugin's column, asked once for many rows. */
public record PluginColumn(ExtensionHandle<CatalogColumn> handle) {

    /**
     * {@return the typed values of the entities' cells, in their order; null for those that have none}
     *
     * @throws PortalException where the plugin fails, is too slow, or gives what can't be shown
     */
    public List<Json> of(List<Entity> entities, Caller caller) {
        if (entities.isEmpty()) {
            return List.of();
        }
        return handle.call(column -> {
            try {
                Map<EntityRef, Value> values = column.values(entities, caller);
                return entities.stream().map(entity -> cell(values, entity)).toList();
            } catch (FaultyViewException faulty) {
                throw faulty.of(handle);
            }
        });
    }

    private static Json cell(Map<EntityRef, Value> values, Entity entity) {
        Value value = values.get(entity.ref());
        return value == null ? Json.Null.NULL : ValueJson.ofCell(value);
    }
}
