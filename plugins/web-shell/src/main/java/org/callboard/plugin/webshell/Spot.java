package org.callboard.plugin.webshell;

import java.util.function.Supplier;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.ui.ViewRequest;
import org.callboard.plugin.webshell.view.Press;

/**
 * An extension where it stands.
 *
 * @param facts what is known of it without asking it for its content
 * @param request what it is asked
 */
record Spot(Json.Obj facts, Content content, ViewRequest request) {

    /** {@return what is known of every extension, for more to be added} */
    static Json.Builder facts(ExtensionHandle<?> handle) {
        return Json.object()
                .put("plugin", handle.plugin())
                .put("version", handle.version())
                .put("digest", handle.digest())
                .put("id", handle.id())
                .put("title", handle.title());
    }

    /** {@return the facts with the content, or with an error in its place} */
    Json.Obj json() {
        return with(inPlace(() -> content.shown(request)));
    }

    /**
     * {@return the facts with the content, or with an error in its place}
     *
     * @throws PortalException NOT_FOUND where the extension says that there is nothing here
     */
    Json.Obj jsonUnlessMissing() {
        try {
            return with(content.shown(request));
        } catch (PortalException failure) {
            if (failure.kind() == ProblemKind.NOT_FOUND) {
                throw failure;
            }
            return with(error(failure));
        }
    }

    Json.Obj pressed(Press press) {
        return content.pressed(press, request);
    }

    /** {@return the content, or an error in its place} */
    static Json.Obj inPlace(Supplier<Json.Obj> content) {
        try {
            return content.get();
        } catch (PortalException failure) {
            return error(failure);
        }
    }

    private Json.Obj with(Json.Obj content) {
        Json.Builder all = Json.object();
        facts.fields().forEach(all::put);
        content.fields().forEach(all::put);
        return all.build();
    }

    private static Json.Obj error(PortalException failure) {
        return Json.object().put("tier", 1).put("error", message(failure)).build();
    }

    static Json.Obj message(PortalException failure) {
        return Json.object()
                .put("message", failure.message())
                .put("hint", failure.hint())
                .build();
    }
}
