package org.callboard.core.stitch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;

/** Problems as the status of the entity that has them, in Backstage's form. */
final class StatusItems {

    /** An entity that very many files claim has as many problems; the list of problems has them all. */
    private static final int MOST = 20;

    private static final String STATUS = "status";
    private static final String ITEMS = "items";

    private StatusItems() {}

    /** {@return the document with the problems added to its status; worst first, as they come} */
    static Json.Obj add(Json.Obj document, List<Problem> problems) {
        if (problems.isEmpty()) {
            return document;
        }
        List<Json> items = new ArrayList<>(document.array(STATUS, ITEMS).items());
        problems.stream().limit(MOST).map(StatusItems::item).forEach(items::add);
        return document.with(STATUS, document.object(STATUS).with(ITEMS, new Json.Arr(items)));
    }

    private static Json item(Problem problem) {
        String message = problem.position() + ": " + problem.reason() + " " + problem.fix();
        return Json.object()
                .put("type", "backstage.io/catalog-processing")
                .put("level", problem.level().name().toLowerCase(Locale.ROOT))
                .put("message", message)
                .put(
                        "error",
                        Json.object()
                                .put("name", "InputError")
                                .put("message", message)
                                .put("code", problem.code())
                                .build())
                .build();
    }
}
