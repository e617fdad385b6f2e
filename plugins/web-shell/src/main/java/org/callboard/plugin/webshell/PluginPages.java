package org.callboard.plugin.webshell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.callboard.api.model.Json;
import org.callboard.api.plugins.Plugins;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.ui.ViewRequest;

/** The pages of plugins: the list of those at the side, and the one at a path. */
final class PluginPages implements Shelf {

    private static final Comparator<SitePage> AS_LISTED = Comparator.<SitePage>comparingInt(
                    page -> page.place().order())
            .thenComparing(page -> page.handle().title())
            .thenComparing(page -> page.handle().plugin())
            .thenComparing(page -> page.handle().id());

    /** Those with something wrong stand behind all others, so that they are in nobody's way. */
    private static final Comparator<SitePage> AS_FOUND = Comparator.<SitePage, Boolean>comparing(
                    page -> page.fault() != null)
            .thenComparing(SitePage::path, PathPattern.CLOSEST_FIRST);

    private final SitePages pages;
    private final MissingPage missing;

    PluginPages(SitePages pages, Plugins plugins) {
        this.pages = pages;
        this.missing = new MissingPage(plugins);
    }

    @Override
    public Json.Obj list(Asked asked) {
        List<Json.Obj> listed = pages.of(asked.caller()).stream()
                .filter(SitePage::isListed)
                .sorted(AS_LISTED)
                .map(SitePage::facts)
                .toList();
        return Json.object().put("pages", new Json.Arr(List.copyOf(listed))).build();
    }

    @Override
    public Json.Obj show(Asked asked, List<String> key) {
        return find(asked, key).jsonUnlessMissing();
    }

    @Override
    public Spot find(Asked asked, List<String> key) {
        String path = asked.required("path");
        List<String> steps = steps(path);
        if (!key.equals(List.of("at")) || steps.isEmpty()) {
            throw new PortalException(ProblemKind.NOT_FOUND, "There is no page at " + path + ".");
        }
        List<String> behind = steps.subList(1, steps.size());
        return pages.of(asked.caller()).stream()
                .filter(page -> page.handle().plugin().equals(steps.get(0)))
                .sorted(AS_FOUND)
                .flatMap(page -> page.path().match(behind).map(found -> spot(asked, page, found)).stream())
                .findFirst()
                .orElseThrow(() -> missing.at(path, steps.get(0), asked.caller()));
    }

    private static Spot spot(Asked asked, SitePage page, Map<String, String> parameters) {
        ViewRequest request = asked.viewWithParameters("path");
        Json.Builder values = Json.object();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            request = request.parameter(parameter.getKey(), parameter.getValue());
            values.put(parameter.getKey(), parameter.getValue());
        }
        Json.Obj facts = page.facts().without("error").with("parameters", values.build());
        return new Spot(facts, page.content(), request);
    }

    /** {@return the steps of a path as it stands in an address; none where it is no path} */
    private static List<String> steps(String path) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            return List.of();
        }
        String end = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        try {
            return Arrays.stream(end.substring(1).split("/", -1))
                    .map(step -> URLDecoder.decode(step.replace("+", "%2B"), UTF_8))
                    .toList();
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
