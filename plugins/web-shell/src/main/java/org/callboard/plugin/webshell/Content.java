package org.callboard.plugin.webshell;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.ui.ViewRequest;
import org.callboard.plugin.webshell.view.Press;

/** What an extension puts on the page. */
interface Content {

    /** {@return it, as it is now} */
    Json.Obj shown(ViewRequest request);

    /** {@return how it went when a button on it was pressed, and what it is then} */
    default Json.Obj pressed(Press press, ViewRequest request) {
        throw new PortalException(
                ProblemKind.CONFLICT, "This button is no longer there.", "Load the page again: it has changed.");
    }

    /** {@return content that can't be had} */
    static Content failed(PortalException failure) {
        return request -> {
            throw failure;
        };
    }

    /** {@return the element of a plugin's own module} */
    static <T extends Extension> Content element(
            ExtensionHandle<T> handle, Function<T, String> element, Optional<URI> files) {
        return request -> {
            URI base = files.orElseThrow(() -> new PortalException(
                    ProblemKind.UNAVAILABLE,
                    "'" + handle.id() + "' of plugin '" + handle.plugin()
                            + "' draws itself, and there are no files below ui/ in its jar.",
                    "Add ui/main.js to the jar."));
            return Json.object()
                    .put("tier", 2)
                    .put("element", handle.call(element))
                    .put("module", base.resolve("main.js").toString())
                    .build();
        };
    }
}
