package org.callboard.plugin.webshell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.extension.Extensions;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.web.HttpEndpoint;
import org.callboard.api.web.Route;
import org.callboard.plugin.webshell.home.KeptHomes;
import org.callboard.plugin.webshell.home.Teams;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What is kept for the caller, and for nobody else, below {@code /api/web-shell/mine}: itself says all of it;
 * {@code PUT} and {@code DELETE stars?entity=REF} and {@code cards/hidden?card=PLUGIN/ID}, {@code PUT visits?entity=REF},
 * {@code PUT team?team=REF} ({@code me} for oneself, nothing for all that is one's own), {@code PUT
 * cards/moved?card=PLUGIN/ID&before=PLUGIN/ID} (without {@code before} to the end) and {@code DELETE cards} change it.
 */
@Component
public final class MineEndpoint implements HttpEndpoint {

    static final String PREFIX = "/api/web-shell/mine";

    private final Catalog catalog;
    private final JsonFormat format;
    private final KeptHomes homes;
    private final Teams teams;
    private final HomeCards cards;

    /** Makes the endpoint. */
    @Activate
    public MineEndpoint(
            @Reference Extensions extensions,
            @Reference Catalog catalog,
            @Reference JsonFormat format,
            @Reference KeptHomes homes) {
        this.catalog = catalog;
        this.format = format;
        this.homes = homes;
        this.teams = new Teams(catalog, homes);
        this.cards = new HomeCards(extensions, homes);
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(PREFIX, Permission.PORTAL_USE));
    }

    @Override
    public void handle(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        Asked asked = Asked.by(caller, request);
        response.setHeader("Cache-Control", "no-store");
        if (path.equals(PREFIX)) {
            Requests.refuseChanges(request);
            response.setContentType("application/json;charset=utf-8");
            format.write(all(caller), response.getOutputStream());
            return;
        }
        change(path.substring(PREFIX.length()), asked, request);
        response.setStatus(204);
    }

    private void change(String what, Asked asked, HttpServletRequest request) {
        boolean isPut = request.getMethod().equals("PUT");
        switch (what) {
            case "/stars", "/cards/hidden" -> Requests.refuseAllBut(isPut ? "PUT" : "DELETE", request);
            case "/visits", "/team", "/cards/moved" -> Requests.refuseAllBut("PUT", request);
            case "/cards" -> Requests.refuseAllBut("DELETE", request);
            default -> throw new PortalException(ProblemKind.NOT_FOUND, "There is nothing at " + PREFIX + what + ".");
        }
        Caller caller = asked.caller();
        switch (isPut ? what : "no " + what) {
            case "/stars" -> homes.star(caller, readable(caller, asked.entity()));
            case "no /stars" -> homes.unstar(caller, asked.entity());
            case "/visits" -> homes.visit(caller, readable(caller, asked.entity()));
            case "/team" -> homes.choose(caller, team(asked));
            case "/cards/moved" -> move(asked);
            case "/cards/hidden" -> homes.hide(caller, known(asked, cards.keys(asked), "card"));
            case "no /cards/hidden" -> homes.show(caller, asked.required("card"));
            default -> homes.reset(caller);
        }
    }

    private EntityRef readable(Caller caller, EntityRef entity) {
        return catalog.find(caller, entity)
                .map(Entity::ref)
                .orElseThrow(() -> new PortalException(
                        ProblemKind.NOT_FOUND, "There is no entity " + entity + ", or you may not read it."));
    }

    private String team(Asked asked) {
        String team = asked.optional("team").orElse("");
        if (team.isEmpty() || team.equals(Teams.ME)) {
            return team;
        }
        EntityRef ref = EntityRef.parse(team);
        if (!ref.kind().equals("group")) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "'" + ref + "' is no group.",
                    "Name a group, or '" + Teams.ME + "', or nothing for all that is yours.");
        }
        return readable(asked.caller(), ref).toString();
    }

    private void move(Asked asked) {
        List<String> all = cards.keys(asked);
        String card = known(asked, all, "card");
        boolean isLast =
                asked.optional("before").filter(text -> !text.isEmpty()).isEmpty();
        homes.move(asked.caller(), all, card, isLast ? null : known(asked, all, "before"));
    }

    private static String known(Asked asked, List<String> all, String parameter) {
        String card = asked.required(parameter);
        if (!all.contains(card)) {
            throw new PortalException(
                    ProblemKind.NOT_FOUND,
                    "There is no card '" + card + "' on the home page.",
                    "Write it as <plugin>/<id>.");
        }
        return card;
    }

    private Json.Obj all(Caller caller) {
        List<EntityRef> groups = teams.groups(caller);
        String team = teams.chosen(caller);
        return Json.object()
                .put("team", team)
                .put("person", teams.person(caller).map(this::named).orElse(null))
                .put("groups", named(caller, groups))
                .put("above", named(caller, teams.above(caller, groups)))
                .put("chosen", named(caller, team.contains(":") ? List.of(EntityRef.parse(team)) : List.of()))
                .put(
                        "stars",
                        Json.ofTexts(homes.stars(caller).stream()
                                .map(EntityRef::toString)
                                .toList()))
                .build();
    }

    private Json.Arr named(Caller caller, List<EntityRef> refs) {
        return new Json.Arr(List.copyOf(refs.stream()
                .map(ref -> catalog.find(caller, ref))
                .flatMap(Optional::stream)
                .map(this::named)
                .toList()));
    }

    private Json.Obj named(Entity entity) {
        return Json.object()
                .put("ref", entity.ref().toString())
                .put("title", entity.title())
                .build();
    }
}
