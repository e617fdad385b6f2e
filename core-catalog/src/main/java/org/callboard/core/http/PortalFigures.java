package org.callboard.core.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.callboard.core.extension.PluginEntries;
import org.callboard.core.policy.CurrentPolicy;

/** What the portal knows of itself: one source for those who scrape it and for the page that shows it. */
record PortalFigures(
        Listening listening,
        Throttle throttle,
        PortalServer.Access access,
        Answering answering,
        EventsResource events) {

    CoreResource metrics() {
        List<Figure> figures = new ArrayList<>(listening.figures(throttle));
        figures.addAll(policy());
        places().forEach(place -> figures.addAll(Figure.of(place)));
        return new MetricsResource(answering.entries(), answering.active(), figures);
    }

    CoreResource portal(Supplier<List<String>> notReady) {
        return new PortalResource(answering.health(), places(), notReady);
    }

    private List<PlacesInUse> places() {
        PluginEntries entries = answering.entries();
        List<PlacesInUse> places = new ArrayList<>();
        places.add(listening.threads());
        places.add(new PlacesInUse(
                "plugin-requests",
                "Requests that plugins answer",
                entries::waitingUponPlugins,
                PortalServer.WAITING_FOR_PLUGINS,
                entries::inLine));
        places.add(events.listeners());
        places.addAll(answering.health().places());
        return places;
    }

    private List<Figure> policy() {
        CurrentPolicy policy = access.authority().policy();
        return List.of(
                Figure.counter(
                        "callboard_audit_failures_total",
                        "Acts that could not be recorded in the audit log.",
                        access.audit()::failures),
                Figure.gauge(
                        "callboard_policy_rules",
                        "Rules of the policy in force.",
                        () -> policy.get().rules().size()),
                Figure.gauge(
                        "callboard_policy_problems",
                        "Problems of a changed policy, which is not in force for them.",
                        () -> policy.last().problems().size()));
    }
}
