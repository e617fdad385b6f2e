package org.callboard.plugin.webshell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.search.Search;
import org.callboard.api.search.SearchHit;
import org.callboard.api.search.SearchQuery;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.web.HttpEndpoint;
import org.callboard.api.web.Route;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code GET /api/web-shell/search?q=WORDS&limit=N}: {@code hits}, the texts of plugins that have all of the words, the likeliest
 * first, each with where it is, some of what it says and where in that the words are. Without a limit 20.
 */
@Component
public final class SearchEndpoint implements HttpEndpoint {

    private static final String PATH = "/api/web-shell/search";
    private static final String USUAL = "20";

    private final Search search;
    private final JsonFormat format;

    /** Makes the endpoint. */
    @Activate
    public SearchEndpoint(@Reference Search search, @Reference JsonFormat format) {
        this.search = search;
        this.format = format;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(PATH, Permission.CATALOG_READ));
    }

    @Override
    public void handle(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Requests.refuseChanges(request);
        Asked asked = Asked.by(caller, request);
        SearchQuery query = SearchQuery.of(asked.required("q"), limit(asked));
        List<Json> hits = search.search(caller, query).stream()
                .<Json>map(SearchEndpoint::hit)
                .toList();
        response.setContentType("application/json;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        format.write(Json.object().put("hits", new Json.Arr(hits)).build(), response.getOutputStream());
    }

    private static int limit(Asked asked) {
        String limit = asked.optional("limit").orElse(USUAL);
        if (!limit.matches("[0-9]{1,3}")) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "The query parameter 'limit' is '" + limit + "'.",
                    "Write a number from 0 to " + SearchQuery.MAX_LIMIT + ".");
        }
        return Integer.parseInt(limit);
    }

    private static Json.Obj hit(SearchHit hit) {
        List<Json> marks = hit.excerpt().marks().stream()
                .<Json>map(mark -> Json.object()
                        .put("start", mark.start())
                        .put("end", mark.end())
                        .build())
                .toList();
        return Json.object()
                .put("plugin", hit.plugin())
                .put("entity", hit.about() == null ? null : hit.about().toString())
                .put("title", hit.title())
                .put("heading", hit.heading())
                .put("text", hit.excerpt().text())
                .put("marks", new Json.Arr(marks))
                .put("address", hit.address())
                .build();
    }
}
