package org.callboard.plugin.webshell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.extension.Extensions;
import org.callboard.api.ingest.EntityKind;
import org.callboard.api.model.Entity;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.web.HttpEndpoint;
import org.callboard.api.web.Route;
import org.callboard.plugin.webshell.graph.GraphQuestion;
import org.callboard.plugin.webshell.graph.GraphQuestion.Direction;
import org.callboard.plugin.webshell.graph.Neighbourhood;
import org.callboard.plugin.webshell.graph.RelationPair;
import org.callboard.plugin.webshell.graph.RelationPairs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The entities around one, laid out: {@code /api/web-shell/graph?entity=REF}, with {@code depth} (1 to 5), {@code kinds} and
 * {@code relations} (separated by commas) and {@code direction} ({@code both}, {@code out} or {@code in}).
 */
@Component
public final class GraphEndpoint implements HttpEndpoint {

    private static final String USUAL_DEPTH = "1";

    private final Catalog catalog;
    private final Extensions extensions;
    private final JsonFormat format;

    /** Makes the endpoint. */
    @Activate
    public GraphEndpoint(@Reference Catalog catalog, @Reference Extensions extensions, @Reference JsonFormat format) {
        this.catalog = catalog;
        this.extensions = extensions;
        this.format = format;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route("/api/web-shell/graph", Permission.PORTAL_USE));
    }

    @Override
    public void handle(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Requests.refuseChanges(request);
        Asked asked = Asked.by(caller, request);
        GraphQuestion question = question(asked);
        Entity root = new Entities(catalog).of(asked);
        Neighbourhood found =
                Neighbourhood.of(question, new RelationPairs(taught()), root, ref -> catalog.find(caller, ref));
        response.setContentType("application/json;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        format.write(new GraphJson(found).of(question), response.getOutputStream());
    }

    private static GraphQuestion question(Asked asked) {
        String depth = asked.optional("depth").orElse(USUAL_DEPTH);
        if (!depth.matches("[1-" + GraphQuestion.DEEPEST + "]")) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "The query parameter 'depth' is '" + depth + "'.",
                    "Write a number from 1 to " + GraphQuestion.DEEPEST + ".");
        }
        Set<String> kinds =
                names(asked, "kinds").map(kind -> kind.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return new GraphQuestion(
                asked.entity(),
                Integer.parseInt(depth),
                kinds,
                names(asked, "relations").collect(Collectors.toSet()),
                direction(asked.optional("direction").orElse("both")));
    }

    private static Stream<String> names(Asked asked, String parameter) {
        return Stream.of(asked.optional(parameter).orElse("").split(",")).filter(name -> !name.isBlank());
    }

    private static Direction direction(String name) {
        for (Direction direction : Direction.values()) {
            if (direction.name().toLowerCase(Locale.ROOT).equals(name)) {
                return direction;
            }
        }
        throw new PortalException(
                ProblemKind.BAD_INPUT, "The query parameter 'direction' is '" + name + "'.", "Write both, out or in.");
    }

    private List<RelationPair> taught() {
        List<RelationPair> pairs = new ArrayList<>();
        extensions.of(EntityKind.class).forEach(handle -> pairs.addAll(pairsOf(handle)));
        return pairs;
    }

    /** A kind whose plugin can't say its relations has arrows with one name. */
    private static List<RelationPair> pairsOf(ExtensionHandle<EntityKind> handle) {
        try {
            return handle.call(kind -> kind.relations().stream()
                    .map(rule -> new RelationPair(rule.type(), rule.inverse()))
                    .toList());
        } catch (PortalException unknown) {
            return List.of();
        }
    }
}
