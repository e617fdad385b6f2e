package org.callboard.plugin.webshell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.extension.Extensions;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.plugins.Plugins;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.web.HttpEndpoint;
import org.callboard.api.web.Route;
import org.callboard.plugin.webshell.home.KeptHomes;
import org.callboard.plugin.webshell.view.Press;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What plugins show, below {@code /api/web-shell}: {@code cards?entity=REF}, {@code tabs?entity=REF} and {@code home} list
 * it ({@code &plugin=ID} for one plugin's), {@code cards/PLUGIN/ID?entity=REF} and so on is one of it; {@code pages} lists
 * pages, {@code pages/at?path=PATH} is one; {@code commands} lists commands, with {@code ?entity=REF} those on that. {@code POST} to the address of one and {@code /press/ACTION} presses a button.
 */
@Component
public final class ViewsEndpoint implements HttpEndpoint {

    private static final String PREFIX = "/api/web-shell";
    private static final String PRESS = "press";

    private final JsonFormat format;
    private final Map<String, Shelf> shelves;

    /** Makes the endpoint. */
    @Activate
    public ViewsEndpoint(
            @Reference Extensions extensions,
            @Reference Plugins plugins,
            @Reference Catalog catalog,
            @Reference JsonFormat format,
            @Reference KeptHomes homes) {
        this.format = format;
        Entities entities = new Entities(catalog);
        this.shelves = Map.of(
                "cards", new EntityCards(extensions, plugins, entities),
                "tabs", new EntityTabs(extensions, plugins, entities),
                "home", new HomeCards(extensions, homes),
                "commands", new Commands(extensions, entities),
                "pages", new PluginPages(new SitePages(extensions, plugins), plugins));
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(PREFIX, Permission.PORTAL_USE));
    }

    @Override
    public void handle(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Json.Obj answer = answer(Asked.by(caller, request), request);
        response.setContentType("application/json;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        format.write(answer, response.getOutputStream());
    }

    private Json.Obj answer(Asked asked, HttpServletRequest request) throws IOException {
        String path = request.getRequestURI();
        List<String> steps = List.of(
                path.substring(Math.min(path.length(), PREFIX.length() + 1)).split("/", -1));
        Shelf shelf = shelves.get(steps.get(0));
        if (shelf == null || steps.size() > 5) {
            throw new PortalException(ProblemKind.NOT_FOUND, "There is nothing at " + path + ".");
        }
        int press = steps.size() - 2;
        if (press > 1 && steps.get(press).equals(PRESS)) {
            Requests.refuseAllBut("POST", request);
            Requests.refuseAllButJson(request);
            return shelf.find(asked, steps.subList(1, press)).pressed(new Press(steps.get(press + 1), values(request)));
        }
        Requests.refuseChanges(request);
        return steps.size() == 1 ? shelf.list(asked) : shelf.show(asked, steps.subList(1, steps.size()));
    }

    private Map<String, List<String>> values(HttpServletRequest request) throws IOException {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (format.read(request.getInputStream()) instanceof Json.Obj body) {
            for (Map.Entry<String, Json> input : body.object("values").fields().entrySet()) {
                if (!(input.getValue() instanceof Json.Arr texts)
                        || texts.texts().size() != texts.items().size()) {
                    throw malformed();
                }
                values.put(input.getKey(), texts.texts());
            }
            return values;
        }
        throw malformed();
    }

    private static PortalException malformed() {
        return new PortalException(
                ProblemKind.BAD_INPUT,
                "The body does not say what was put in.",
                "Send {\"values\": {\"<input>\": [\"<text>\"]}}.");
    }
}
