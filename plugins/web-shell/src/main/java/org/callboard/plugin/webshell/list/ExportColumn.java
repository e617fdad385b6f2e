package org.callboard.plugin.webshell.list;

import java.util.List;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.security.Caller;

/**
 * A column of what is exported; for one export.
 *
 * @param key as it is asked for
 * @param title its head
 */
record ExportColumn(String key, String title, Cells cells) {

    /** Gives the cells of some rows, in their order. */
    interface Cells {

        List<Json> of(List<Entity> entities, Caller caller);
    }

    static ExportColumn field(String path, String title) {
        FieldPath field = new FieldPath(path);
        return new ExportColumn(
                path,
                title,
                (entities, caller) -> entities.stream().map(field::of).toList());
    }

    /** A plugin that fails once is not asked again: at 5 s a call, nobody would wait for the end. */
    static ExportColumn of(String key, String title, Cells plugin) {
        Json[] failed = new Json[1];
        return new ExportColumn(key, title, (entities, caller) -> {
            if (failed[0] == null) {
                try {
                    return plugin.of(entities, caller);
                } catch (PortalException failure) {
                    failed[0] = Json.object().put("error", failure.message()).build();
                }
            }
            Json missing = failed[0];
            return entities.stream().map(entity -> missing).toList();
        });
    }
}
