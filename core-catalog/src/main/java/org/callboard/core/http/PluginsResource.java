package org.callboard.core.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.callboard.api.model.Json;
import org.callboard.api.plugins.PluginInfo;
import org.callboard.api.plugins.Plugins;
import org.callboard.api.plugins.Plugins.Installed;
import org.callboard.api.plugins.Plugins.Installed.Outcome;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.revision.PreviewDoor;
import org.callboard.core.session.PortalCaller;
import org.callboard.core.supervision.PluginDesk;
import org.callboard.core.supervision.PluginDesk.Act;
import org.callboard.core.supervision.PluginDesk.Outlook;

/** {@code /api/plugins}: what is installed, installing, removing. */
final class PluginsResource implements CoreResource {

    private static final String PREFIX = "/api/plugins";
    private static final String TABLES = "/tables";
    private static final String PREVIEW = "/preview";

    private final Plugins plugins;
    private final PreviewDoor previewing;
    private final PluginLogResource logs;
    private final PluginConfigurationResource configuration;
    private final PluginJarResource jars;
    private final PluginHistoryResource history;
    private final PluginDesk desk;

    PluginsResource(Answering answering, PluginLogResource logs, AuditLog audit) {
        this.plugins = answering.plugins();
        this.previewing = answering.previewing();
        this.logs = logs;
        this.configuration = new PluginConfigurationResource(plugins, answering.active(), answering.settings());
        this.jars = new PluginJarResource(answering.jars());
        this.desk = answering.desk();
        this.history = new PluginHistoryResource(answering, audit);
    }

    @Override
    public String prefix() {
        return PREFIX;
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
        } else if (rest.endsWith(PluginConfigurationResource.SUFFIX)) {
            configuration.handle(
                    exchange, rest.substring(0, rest.length() - PluginConfigurationResource.SUFFIX.length()));
        } else if (rest.endsWith(PluginJarResource.SUFFIX)) {
            jars.handle(exchange, rest.substring(0, rest.length() - PluginJarResource.SUFFIX.length()));
        } else if (history.answers(rest.substring(slash + 1))) {
            history.handle(exchange, rest.substring(0, slash), rest.substring(slash + 1));
        } else if (rest.endsWith(TABLES)) {
            dropTables(exchange, rest.substring(0, rest.length() - TABLES.length()));
        } else if (rest.endsWith(PREVIEW)) {
            endPreview(exchange, rest.substring(0, rest.length() - PREVIEW.length()));
        } else {
            act(exchange, rest.substring(0, slash), rest.substring(slash + 1));
        }
    }

    private void all(Exchange exchange) throws IOException {
        if (exchange.is("GET")) {
            list(exchange);
        } else if (exchange.is("POST")) {
            install(exchange);
        } else {
            throw exchange.methodNotAllowed("GET, POST");
        }
    }

    private void list(Exchange exchange) throws IOException {
        boolean isRecent = "true".equals(exchange.request().getParameter("recent"));
        List<PluginInfo> all = plugins.list(exchange.signedIn());
        Function<PluginInfo, Set<Act>> allowed = desk.allowed(exchange.signedIn());
        exchange.json(
                200,
                new Json.Arr(all.stream()
                        .<Json>map(plugin -> isRecent
                                ? shown(plugin, allowed).with("recent", history.recent(plugin.id()))
                                : shown(plugin, allowed))
                        .toList()));
    }

    /** {@return a plugin, what the caller may do with it, and who has a preview of it} */
    private Json.Obj shown(PluginInfo plugin, Function<PluginInfo, Set<Act>> allowed) {
        return PluginJson.of(plugin)
                .with("may", PluginJson.of(allowed.apply(plugin)))
                .with(
                        "previews",
                        PreviewJson.of(previewing.previews().all().stream()
                                .filter(preview -> preview.plugin().equals(plugin.id()))));
    }

    private void install(Exchange exchange) throws IOException {
        PortalCaller caller = exchange.allowed(Permission.PLUGIN_MANAGE);
        InstallQuery query = InstallQuery.of(exchange.request());
        String type = exchange.request().getContentType();
        if (type == null || !type.startsWith(PluginJarResource.TYPE)) {
            throw new PortalException(
                    ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                    "The body must be a jar.",
                    "Send the jar's bytes with the header 'Content-Type: " + PluginJarResource.TYPE + "'.");
        }
        InputStream jar = exchange.request().getInputStream();
        if (query.isPreview()) {
            exchange.json(201, PreviewJson.opened(previewing.open(caller, jar, query.terms())));
            return;
        }
        if (query.isDryRun()) {
            exchange.json(200, PluginJson.of(plugins.plan(caller, jar, query.terms())));
            return;
        }
        Installed installed = plugins.install(caller, jar, query.terms());
        exchange.json(installed.outcome() == Outcome.NEW ? 201 : 200, PluginJson.of(installed.plugin()));
    }

    private void one(Exchange exchange, String id) throws IOException {
        if (exchange.is("GET")) {
            PluginInfo found = plugins.find(exchange.signedIn(), id)
                    .orElseThrow(() -> new PortalException(ProblemKind.NOT_FOUND, "There is no plugin '" + id + "'."));
            Outlook outlook = desk.outlook(found);
            exchange.json(200, PluginJson.with(shown(found, desk.allowed(exchange.signedIn())), outlook));
        } else if (exchange.is("DELETE")) {
            plugins.remove(exchange.signedIn(), id);
            exchange.response().setStatus(204);
        } else {
            throw exchange.methodNotAllowed("GET, DELETE");
        }
    }

    private void dropTables(Exchange exchange, String id) throws IOException {
        if (!exchange.is("DELETE")) {
            throw exchange.methodNotAllowed("DELETE");
        }
        plugins.dropTables(exchange.signedIn(), id);
        exchange.response().setStatus(204);
    }

    private void endPreview(Exchange exchange, String id) {
        if (!exchange.is("DELETE")) {
            throw exchange.methodNotAllowed("DELETE");
        }
        Caller caller = exchange.signedIn();
        String author = exchange.request().getParameter("author");
        previewing.end(caller, author == null ? caller.getName() : author, id);
        exchange.response().setStatus(204);
    }

    private void act(Exchange exchange, String id, String act) throws IOException {
        if (!List.of("rollback", "disable", "enable", "release").contains(act)) {
            throw new PortalException(
                    ProblemKind.NOT_FOUND,
                    "There is nothing at " + exchange.path() + ".",
                    "A plugin takes rollback, disable, enable and release.");
        }
        if (!exchange.is("POST")) {
            throw exchange.methodNotAllowed("POST");
        }
        Caller caller = exchange.signedIn();
        if (act.equals("release")) {
            plugins.release(caller, id);
            exchange.response().setStatus(204);
            return;
        }
        PluginInfo now = switch (act) {
            case "rollback" -> plugins.rollback(caller, id);
            case "disable" -> plugins.disable(caller, id);
            default -> plugins.enable(caller, id);
        };
        exchange.json(200, PluginJson.of(now));
    }
}
