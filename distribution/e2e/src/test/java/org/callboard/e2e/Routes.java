package org.callboard.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Every route that the portal and the plugins that ship with it have, and what a caller needs for it. The requests are such
 * that they change nothing where they are allowed.
 */
final class Routes {

    private static final String READ = "catalog.entity.read";
    private static final String NONE = "";
    private static final String NOWHERE =
            "{\"type\":\"url\",\"target\":\"https://nowhere.example.com/catalog-info.yaml\"}";

    private Routes() {}

    /**
     * A route.
     *
     * @param pattern its path with names in braces, as a plugin declares it; the path itself where nothing does
     * @param body what is sent; empty for nothing
     * @param ways sets of permissions, each of which suffices
     */
    record Route(String method, String path, String pattern, String body, List<Set<String>> ways) {

        boolean isOpenTo(Set<String> permissions) {
            return ways.stream().anyMatch(permissions::containsAll);
        }

        Answer ask(Client client) {
            String type = path.startsWith("/api/plugins") ? "application/java-archive" : "application/json";
            return body.isEmpty() ? client.send(method, path) : client.send(method, path, type, PluginJar.bytes(body));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static Route route(String method, String path, String body, String... needs) {
        return new Route(method, path, path, body, List.of(Set.of(needs)));
    }

    private static Route catalog(String method, String pattern, String body, String... more) {
        List<String> needs = new ArrayList<>(List.of(more));
        needs.add(READ);
        String path = pattern.replace("{kind}/{namespace}/{name}", "component/default/nothing")
                .replaceAll("[{]\\w+}", "nothing");
        return new Route(method, "/api/catalog" + path, pattern, body, List.of(Set.copyOf(needs)));
    }

    static List<Route> all() {
        List<Route> routes = new ArrayList<>(portal());
        routes.addAll(pluginsOfThePortal());
        routes.addAll(catalog());
        return routes;
    }

    private static List<Route> portal() {
        return List.of(
                route("GET", "/health/live", NONE),
                route("GET", "/health/ready", NONE),
                route("GET", "/.backstage/health/v1/liveness", NONE),
                route("GET", "/.backstage/health/v1/readiness", NONE),
                route("GET", "/signin", NONE),
                route("POST", "/signin/no/thing", NONE),
                route("POST", "/signin/no/thing/callback", NONE),
                route("GET", "/api/people", NONE, "people.manage"),
                route("DELETE", "/api/people/user:default/nothing/binding", NONE, "people.manage"),
                route("GET", "/api/session", NONE),
                route("DELETE", "/api/session", NONE),
                route("GET", "/api/session/own", NONE),
                route("DELETE", "/api/session/own/nothing", NONE),
                route("POST", "/api/session/links", NONE, "session.create"),
                route("GET", "/api/permissions", NONE),
                route("GET", "/api/permissions/explain?permission=portal.use", NONE),
                route(
                        "GET",
                        "/api/permissions/explain?permission=portal.use&caller=user:default/nobody",
                        NONE,
                        "policy.read"),
                route("GET", "/api/permissions/policy", NONE, "policy.read"),
                route("GET", "/api/permissions/who?permission=portal.use", NONE, "policy.read"),
                route("POST", "/api/permissions/try", "{}", "policy.read"),
                route("GET", "/api/portal/health", NONE, "portal.inspect"),
                route("GET", "/api/audit", NONE, "audit.read"),
                route("GET", "/api/audit/verify", NONE, "audit.read"),
                route("GET", "/api/tokens", NONE, "token.manage"),
                route("POST", "/api/tokens", "{}", "token.manage"),
                route("DELETE", "/api/tokens/nothing", NONE, "token.manage"),
                route("GET", "/api/tasks", NONE, "task.read"),
                route("POST", "/api/tasks/no/thing/run", NONE, "task.run"),
                route("POST", "/api/tasks/no/thing/pause", NONE, "task.run"),
                route("POST", "/api/tasks/no/thing/resume", NONE, "task.run"),
                route("GET", "/api/backup", NONE, "portal.backup"),
                // with GET it would not end
                route("POST", "/api/events", NONE, "portal.use"),
                route("GET", "/api/development/reports", NONE, "portal.use"),
                route("POST", "/api/development/reports", "{}", "plugin.manage"),
                // signed by nobody: what a code host sends needs no permission
                route("POST", "/api/hooks/nothing", "{}"),
                route("GET", "/metrics", NONE, "metrics.read"),
                route("GET", "/rescue", NONE, "plugin.read"),
                route("GET", "/ui/web-shell/0123456789abcdef/nothing.js", NONE, "portal.use"),
                either("/maven", "portal.use", "plugin.manage"),
                either("/maven/portal.zip.sha256", "portal.use", "plugin.manage"),
                route("GET", "/", NONE, "portal.use"),
                route("GET", "/catalog", NONE, "portal.use"),
                route("GET", "/api/web-shell/cards", NONE, "portal.use"),
                route("GET", "/api/web-shell/cli", NONE, "portal.use"),
                route("GET", "/api/web-shell/commands", NONE, "portal.use"),
                route("GET", "/api/web-shell/graph", NONE, "portal.use"),
                route("GET", "/api/web-shell/help", NONE, "portal.use"),
                route("GET", "/api/web-shell/mine", NONE, "portal.use"),
                route("PUT", "/api/web-shell/mine/team?team=me", NONE, "portal.use"),
                route("GET", "/api/web-shell/register", NONE, READ, "catalog.location.read"),
                route("POST", "/api/web-shell/register/preview", NOWHERE, READ, "catalog.location.analyze"),
                route("GET", "/api/web-shell/register/leaving?id=nothing", NONE, READ, "catalog.location.read"),
                route("GET", "/api/web-shell/entities", NONE, READ),
                route("GET", "/api/web-shell/entities/facets?facet=kind", NONE, READ),
                route("GET", "/api/web-shell/entities/export?format=csv&where=kind=nothing", NONE, READ),
                route("POST", "/api/web-shell/entities/columns/no/thing", "{}", READ),
                route("GET", "/api/web-shell/saved-views", NONE, "portal.use"),
                route("GET", "/api/web-shell/search?q=x", NONE, READ),
                route("DELETE", "/api/web-shell/saved-views?name=nothing", NONE, "portal.use"),
                route("POST", "/api/web-shell/try", "{}", "web-shell.try"),
                route("GET", "/api/web-shell/definition?entity=api:default/nothing", NONE, READ),
                route("GET", "/api/e2e-door/word", NONE, "portal.use"));
    }

    private static Route either(String path, String one, String other) {
        return new Route("GET", path, path, NONE, List.of(Set.of(one), Set.of(other)));
    }

    private static List<Route> pluginsOfThePortal() {
        List<Route> routes = new ArrayList<>(List.of(
                route("GET", "/api/plugins", NONE, "plugin.read"),
                route("POST", "/api/plugins", "no jar", "plugin.manage"),
                route("POST", "/api/plugins?dryRun=true", "no jar", "plugin.manage"),
                route("POST", "/api/plugins?preview=true", "no jar", "plugin.manage"),
                route("GET", "/api/plugins/nothing", NONE, "plugin.read"),
                route("DELETE", "/api/plugins/nothing", NONE, "plugin.manage"),
                route("GET", "/api/plugins/nothing/logs", NONE, "plugin.inspect"),
                route("GET", "/api/plugins/nothing/configuration", NONE, "plugin.inspect"),
                route("GET", "/api/plugins/nothing/load", NONE, "plugin.read"),
                route("GET", "/api/plugins/nothing/revisions", NONE, "plugin.read"),
                route("GET", "/api/plugins/nothing/audit", NONE, "plugin.inspect"),
                route("GET", "/api/plugins/nothing/jar", NONE, "plugin.manage"),
                route("DELETE", "/api/plugins/nothing/tables", NONE, "plugin.manage"),
                route("DELETE", "/api/plugins/nothing/preview", NONE, "plugin.manage"),
                route("GET", "/api/docs/diagrams/mermaid", NONE, READ),
                route("GET", "/api/docs/diagrams/graphviz", NONE, READ),
                route("GET", "/api/previews", NONE, "plugin.read"),
                route("GET", "/api/previews/open", NONE, "portal.use")));
        routes.addAll(scorecards());
        String docs = "/api/docs/default/component/nothing/";
        for (String part : List.of("site", "page", "about", "search?q=x", "files/x", "uml")) {
            routes.add(route("GET", docs + part, NONE, READ));
        }
        for (String part : List.of("vote", "reports", "reports/1/close")) {
            routes.add(route("POST", docs + part, "{}", READ, "portal.use"));
        }
        for (String act : List.of("rollback", "disable", "enable", "release")) {
            routes.add(route("POST", "/api/plugins/nothing/" + act, NONE, "plugin.manage"));
        }
        return routes;
    }

    private static List<Route> catalog() {
        String entity = "{\"location\":\"url:https://nowhere.example.com/a\",\"entity\":{}}";
        return List.of(
                catalog("GET", "/entities", NONE),
                catalog("GET", "/entities/by-query", NONE),
                catalog("POST", "/entities/by-query", "{}"),
                catalog("GET", "/entities/by-words", NONE),
                catalog("POST", "/entities/by-refs", "{\"entityRefs\":[]}"),
                catalog("GET", "/entities/by-uid/{uid}", NONE),
                catalog("DELETE", "/entities/by-uid/{uid}", NONE, "catalog.entity.delete"),
                catalog("GET", "/entities/by-name/{kind}/{namespace}/{name}", NONE),
                catalog("GET", "/entities/by-name/{kind}/{namespace}/{name}/ancestry", NONE),
                catalog("GET", "/entities/by-name/{kind}/{namespace}/{name}/provenance", NONE),
                catalog("GET", "/entity-facets", NONE),
                catalog("POST", "/entity-facets", "{\"facets\":[\"kind\"]}"),
                catalog("GET", "/problems", NONE),
                catalog("POST", "/refresh", "{\"entityRef\":\"component:default/nothing\"}", "catalog.entity.refresh"),
                catalog("POST", "/validate-entity", entity, "catalog.entity.validate"),
                catalog("GET", "/locations", NONE, "catalog.location.read"),
                catalog("POST", "/locations", NOWHERE, "catalog.location.create"),
                catalog("POST", "/locations/by-query", "{}", "catalog.location.read"),
                catalog("GET", "/locations/by-entity/{kind}/{namespace}/{name}", NONE, "catalog.location.read"),
                catalog("GET", "/locations/{id}", NONE, "catalog.location.read"),
                catalog("PUT", "/locations/{id}", NOWHERE, "catalog.location.create"),
                catalog("DELETE", "/locations/{id}", NONE, "catalog.location.delete"),
                catalog("POST", "/analyze-location", "{\"location\":" + NOWHERE + "}", "catalog.location.analyze"));
    }

    private static List<Route> scorecards() {
        List<Route> routes = new ArrayList<>();
        for (String part : List.of(
                "standards",
                "standards/nothing/source",
                "entities/default/component/nothing",
                "next",
                "heatmap?standard=nothing",
                "heatmap/rows?standard=nothing",
                "groups?standard=nothing",
                "trends?standard=nothing",
                "changes?standard=nothing",
                "csv?standard=nothing",
                "facts/default/component/nothing",
                "badge/default/component/nothing?standard=nothing")) {
            routes.add(route("GET", "/api/scorecards/" + part, NONE, READ));
        }
        routes.add(route("POST", "/api/scorecards/entities/default/component/nothing/recheck", NONE, READ));
        routes.add(route("POST", "/api/scorecards/dry-run", NONE, READ));
        String facts = "/api/scorecards/facts/default/component/nothing";
        routes.add(route("POST", facts, NONE, READ, "scorecards.fact.write"));
        routes.add(route("PUT", "/api/scorecards/standards/nothing", NONE, "scorecards.standard.write"));
        routes.add(route("DELETE", "/api/scorecards/standards/nothing", NONE, READ, "scorecards.standard.write"));
        return routes;
    }
}
