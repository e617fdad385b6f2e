package org.callboard.plugin.webshell.view;

import java.util.Map;
import org.callboard.api.model.Json;
import org.callboard.api.ui.Outcome;

/** Outcomes as the page reads them. */
public final class OutcomeJson {

    private OutcomeJson() {}

    /** {@return the outcome as JSON: {@code {"status","message"?,"faults":{name:reason},"next"?}}} */
    public static Json.Obj of(Outcome outcome) {
        Json.Builder faults = Json.object();
        for (Map.Entry<String, String> fault : outcome.faults().entrySet()) {
            faults.put(fault.getKey(), fault.getValue());
        }
        return Json.object()
                .put("status", ViewJson.status(outcome.status()))
                .put("message", ViewJson.unlessEmpty(outcome.message()))
                .put("faults", faults.build())
                .put("next", ViewJson.unlessEmpty(outcome.next()))
                .build();
    }
}
