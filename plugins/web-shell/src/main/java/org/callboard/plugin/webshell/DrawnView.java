package org.callboard.plugin.webshell;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.model.Json;
import org.callboard.api.ui.Outcome;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.callboard.plugin.webshell.view.FaultyViewException;
import org.callboard.plugin.webshell.view.OutcomeJson;
import org.callboard.plugin.webshell.view.Press;
import org.callboard.plugin.webshell.view.ViewJson;

/**
 * A view that an extension makes in Java.
 *
 * @param maker makes it
 */
record DrawnView<T extends Extension>(ExtensionHandle<T> handle, BiFunction<T, ViewRequest, View> maker)
        implements Content {

    @Override
    public Json.Obj shown(ViewRequest request) {
        Json.Obj model = called(extension -> ViewJson.of(maker.apply(extension, request)));
        return Json.object().put("tier", 1).put("model", model).build();
    }

    /** Makes the view and acts in one call, on the plugin's threads: the button that acts is of this very view. */
    @Override
    public Json.Obj pressed(Press press, ViewRequest request) {
        Outcome outcome = called(extension -> press.on(maker.apply(extension, request)));
        Json.Builder answer = Json.object().put("outcome", OutcomeJson.of(outcome));
        boolean isElsewhere = !outcome.faults().isEmpty() || !outcome.next().isEmpty();
        (isElsewhere ? Json.Obj.EMPTY : Spot.inPlace(() -> shown(request)))
                .fields()
                .forEach(answer::put);
        return answer.build();
    }

    private <R> R called(Function<T, R> call) {
        return handle.call(extension -> {
            try {
                return call.apply(extension);
            } catch (FaultyViewException faulty) {
                throw faulty.of(handle);
            }
        });
    }
}
