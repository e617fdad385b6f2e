package org.callboard.core.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.api.plugins.Plugins.Terms;
import org.callboard.api.plugins.Plugins.Terms.Downgrade;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/** What the query of an install says: {@code dryRun}, {@code preview}, {@code downgrade} and {@code plan}. */
record InstallQuery(boolean isDryRun, boolean isPreview, Terms terms) {

    private static final Map<String, Set<String>> KNOWN = Map.of(
            "dryRun", Set.of("true", "false"),
            "preview", Set.of("true", "false"),
            "downgrade", Set.of("allow", "refuse"),
            "plan", Set.of());

    static InstallQuery of(HttpServletRequest request) {
        for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
            check(parameter.getKey(), List.of(parameter.getValue()));
        }
        boolean isDryRun = "true".equals(request.getParameter("dryRun"));
        boolean isPreview = "true".equals(request.getParameter("preview"));
        if (isDryRun && isPreview) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "A preview has no plan.",
                    "Send 'dryRun=true' alone for what an install would do, 'preview=true' alone for a preview.");
        }
        boolean allowed = "allow".equals(request.getParameter("downgrade"));
        return new InstallQuery(
                isDryRun,
                isPreview,
                new Terms(request.getParameter("plan"), allowed ? Downgrade.ALLOWED : Downgrade.REFUSED));
    }

    private static void check(String name, List<String> values) {
        @Nullable Set<String> allowed = KNOWN.get(name);
        boolean good = allowed != null
                && values.size() == 1
                && (allowed.isEmpty() ? !values.get(0).isEmpty() : allowed.contains(values.get(0)));
        if (!good) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "An install does not take '" + name + "=" + String.join(",", values) + "'.",
                    "It takes dryRun=true, preview=true, downgrade=allow and plan=TOKEN. Nothing was installed.");
        }
    }
}
