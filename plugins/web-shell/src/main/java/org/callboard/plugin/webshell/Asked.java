package org.callboard.plugin.webshell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.ui.TablePage;
import org.callboard.api.ui.TablePage.Direction;
import org.callboard.api.ui.ViewRequest;

/** Who asks for views, and what their query says. */
record Asked(Caller caller, Map<String, String[]> query) {

    private static final String TABLE = "table.";
    private static final String PAGE = "[0-9]{1,9},[0-9]{1,9},[a-zA-Z0-9_-]{0,63},(ascending|descending)";

    static Asked by(Caller caller, HttpServletRequest request) {
        return new Asked(caller, request.getParameterMap());
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(query.get(name)).map(values -> values[0]);
    }

    /** @throws PortalException BAD_INPUT where the query lacks it */
    String required(String name) {
        return optional(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new PortalException(
                        ProblemKind.BAD_INPUT,
                        "The query parameter '" + name + "' is missing.",
                        "Add it: ?" + name + "=..."));
    }

    EntityRef entity() {
        return EntityRef.parse(required("entity"));
    }

    /** {@return what is asked of a view: which pages of its tables} */
    ViewRequest view() {
        ViewRequest request = ViewRequest.of(caller);
        for (String name : query.keySet()) {
            if (name.startsWith(TABLE)) {
                request = request.table(name.substring(TABLE.length()), page(name, required(name)));
            }
        }
        return request;
    }

    /** {@return the same with all of the query that is not for tables, but for these names} */
    ViewRequest viewWithParameters(String... except) {
        List<String> left = Arrays.asList(except);
        ViewRequest request = view();
        for (Map.Entry<String, String[]> parameter : query.entrySet()) {
            if (!parameter.getKey().startsWith(TABLE) && !left.contains(parameter.getKey())) {
                request = request.parameter(parameter.getKey(), parameter.getValue()[0]);
            }
        }
        return request;
    }

    private static TablePage page(String name, String text) {
        if (!text.matches(PAGE)) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "The query parameter '" + name + "' names no page of a table.",
                    "Write it as <offset>,<limit>,<column or nothing>,<ascending or descending>.");
        }
        String[] parts = text.split(",", -1);
        Direction direction = parts[3].equals("descending") ? Direction.DESCENDING : Direction.ASCENDING;
        return new TablePage(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2], direction);
    }
}
