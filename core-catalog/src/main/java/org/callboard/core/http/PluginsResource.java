package org.callboard.core.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.api.plugins.PluginInfo;
import org.callboard.api.plugins.Plugins;
import org.callboard.api.plugins.Plugins.Installed;
import org.callboard.api.plugins.Plugins.Installed.Outcome;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;

/** {@code /api/plugins}: what is installed, installing, removing. */
final class PluginsResource implements CoreResource {

    private static final String PREFIX = "/api/plugins";
    private static final String JAR = "application/java-archive";

    private final Plugins plugins;
    private final PluginLogResource logs;

    PluginsResource(Plugins plugins, PluginLogResource logs) {
        this.plugins = plugins;
        this.logs = logs;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Access access() {
        return Access.SIGNED_IN;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        String rest = exchange.path().substring(PREFIX.length()).replaceFirst("^/", "");
        int slash = rest.indexOf('/');
        if (rest.isEmpty()) {
            all(exchange);
        } else if (slash < 0) {
            one(exchange, rest);
        } else if (rest.endsWith(PluginLogResource.SUFFIX)) {
            logs.handle(exchange, rest.substring(0, rest.length() - PluginLogResource.SUFFIX.length()));
        } else {
            act(exchange, rest.substring(0, slash), rest.substring(slash + 1));
        }
    }

    private void all(Exchange exchange) throws IOException {
        if (exchange.is("GET")) {
            exchange.json(
                    200,
                    new Json.Arr(plugins.list(exchange.signedIn()).stream()
                            .<Json>map(PluginJson::of)
                            .toList()));
        } else if (exchange.is("POST")) {
            install(exchange);
        } else {
            throw exchange.methodNotAllowed("GET, POST");
        }
    }

    private void install(Exchange exchange) throws IOException {
        InstallQuery query = InstallQuery.of(exchange.request());
        String type = exchange.request().getContentType();
        if (type == null || !type.startsWith(JAR)) {
            throw new PortalException(
                    ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                    "The body must be a jar.",
                    "Send the jar's bytes with the header 'Content-Type: " + JAR + "'.");
        }
        InputStream jar = exchange.request().getInputStream();
        if (query.isDryRun()) {
            exchange.json(200, PluginJson.of(plugins.plan(exchange.signedIn(), jar, query.terms())));
            return;
        }
        Installed installed = plugins.install(exchange.signedIn(), jar, query.terms());
        exchange.json(installed.outcome() == Outcome.NEW ? 201 : 200, PluginJson.of(installed.plugin()));
    }

    private void one(Exchange exchange, String id) throws IOException {
        if (exchange.is("GET")) {
            PluginInfo found = plugins.find(exchange.signedIn(), id)
                    .orElseThrow(() -> new PortalException(ProblemKind.NOT_FOUND, "There is no plugin '" + id + "'."));
            exchange.json(200, PluginJson.of(found));
        } else if (exchange.is("DELETE")) {
            plugins.remove(exchange.signedIn(), id);
            exchange.response().setStatus(204);
        } else {
            throw exchange.methodNotAllowed("GET, DELETE");
        }
    }

    private void act(Exchange exchange, String id, String act) throws IOException {
        if (!List.of("rollback", "disable", "enable").contains(act)) {
            throw new PortalException(
                    ProblemKind.NOT_FOUND,
                    "There is nothing at " + exchange.path() + ".",
                    "A plugin takes rollback, disable and enable.");
        }
        if (!exchange.is("POST")) {
            throw exchange.methodNotAllowed("POST");
        }
        Caller caller = exchange.signedIn();
        PluginInfo now = switch (act) {
            case "rollback" -> plugins.rollback(caller, id);
            case "disable" -> plugins.disable(caller, id);
            default -> plugins.enable(caller, id);
        };
        exchange.json(200, PluginJson.of(now));
    }
}
