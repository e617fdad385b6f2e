package org.callboard.e2e;

import java.util.List;
import java.util.stream.Stream;

/**
 * A page of the shell, which everybody must be able to use. A page that is new is added here.
 *
 * @param path with its query
 */
record ShellPage(String path) {

    /** {@return all of them, of the example company} */
    static List<ShellPage> all() {
        return Stream.of(
                        "/",
                        "/catalog",
                        "/catalog/default/component/booking-service",
                        "/catalog/default/component/booking-service/relations",
                        "/catalog/default/component/booking-service/source",
                        "/catalog/default/component/booking-service/raw",
                        "/catalog/default/component/booking-service/web-shell.graph",
                        "/catalog/default/api/booking-api/web-shell.definition",
                        "/catalog/default/group/booking",
                        "/catalog/default/component/nowhere",
                        "/docs",
                        "/docs/default/system/booking-engine",
                        "/catalog/default/system/booking-engine/docs.docs",
                        "/scorecards",
                        "/scorecards/new",
                        "/scorecards/default/service-basics",
                        "/scorecards/default/service-basics?view=groups",
                        "/scorecards/default/service-basics?view=trend",
                        "/scorecards/default/service-basics/edit",
                        "/catalog/default/component/booking-service/scorecards.scorecard",
                        "/graph/component/default/booking-service",
                        "/graph/component/default/booking-service?view=list",
                        "/problems",
                        "/search",
                        "/search?q=booking",
                        "/plugins",
                        "/plugins/web-shell",
                        "/plugins/web-shell/revisions",
                        "/audit",
                        "/register",
                        "/settings",
                        "/settings/health",
                        "/settings/permissions",
                        "/settings/nothing")
                .map(ShellPage::new)
                .toList();
    }

    @Override
    public String toString() {
        return path;
    }
}
