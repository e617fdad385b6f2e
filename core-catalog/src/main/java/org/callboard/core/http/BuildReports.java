package org.callboard.core.http;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Permission;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.session.Permissions;
import org.callboard.core.session.PortalCaller;

/**
 * {@code /api/development/reports}: what stands between an author's sources and the portal, told
 * by what builds them and shown in the open page. {@code POST {"plugin","problem"}}; an empty problem ends it. Portals that
 * are not in development take none.
 */
public final class BuildReports implements CoreResource {

    /** Whose portal it is. */
    public enum Stage {
        /** An author's own. */
        DEVELOPMENT,
        /** One that others use. */
        SHARED
    }

    private static final int MOST = 50;
    private static final int LONGEST = 8_000;

    private final EventsResource events;
    private final Stage stage;
    private final JsonCodec codec = new JsonCodec();
    private final Map<String, String> problems = new TreeMap<>();

    BuildReports(EventsResource events, Stage stage) {
        this.events = events;
        this.stage = stage;
    }

    @Override
    public String prefix() {
        return "/api/development/reports";
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        if (exchange.is("GET")) {
            exchange.allowed(Permission.PORTAL_USE);
            exchange.json(200, all());
        } else if (exchange.is("POST")) {
            PortalCaller caller = exchange.allowed(Permission.PLUGIN_MANAGE);
            take(caller, codec.read(exchange.request().getInputStream()));
            exchange.json(200, all());
        } else {
            throw exchange.methodNotAllowed("GET, POST");
        }
    }

    private void take(PortalCaller caller, Json body) {
        if (stage == Stage.SHARED) {
            throw new PortalException(
                    ProblemKind.CONFLICT,
                    "This portal is not in development.",
                    "Set 'development: true' in the configuration of a portal of your own.");
        }
        if (!(body instanceof Json.Obj report) || report.text("plugin").isEmpty()) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT, "This is no report.", "Send {\"plugin\": \"...\", \"problem\": \"...\"}.");
        }
        String plugin = report.text("plugin").orElseThrow();
        String problem = report.text("problem").orElse("");
        if (plugin.length() > 100 || problem.length() > LONGEST) {
            throw new PortalException(ProblemKind.TOO_LARGE, "The report is longer than " + LONGEST + " characters.");
        }
        Permissions.require(caller, Permission.PLUGIN_MANAGE, plugin, null);
        note(plugin, problem);
        events.reported(all());
    }

    private void note(String plugin, String problem) {
        synchronized (problems) {
            if (problem.isEmpty()) {
                problems.remove(plugin);
            } else if (problems.size() < MOST) {
                problems.put(plugin, problem);
            }
        }
    }

    private Json.Obj all() {
        Json.Builder reports = Json.object();
        synchronized (problems) {
            problems.forEach(reports::put);
        }
        return reports.build();
    }
}
