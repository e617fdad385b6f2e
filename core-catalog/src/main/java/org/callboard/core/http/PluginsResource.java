package org.callboard.core.http;

import java.io.IOException;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.PluginInfo;
import org.callboard.api.plugins.Plugins;
import org.callboard.api.plugins.Plugins.Installed;
import org.callboard.api.plugins.Plugins.Installed.Outcome;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/** {@code /api/plugins}: what is installed, installing, removing. */
final class PluginsResource implements CoreResource {

    private static final String PREFIX = "/api/plugins";
    private static final String JAR = "application/java-archive";

    private final Plugins plugins;

    PluginsResource(Plugins plugins) {
        this.plugins = plugins;
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
        String id = exchange.path().substring(PREFIX.length()).replaceFirst("^/", "");
        if (id.isEmpty()) {
            all(exchange);
        } else {
            one(exchange, id);
        }
    }

    private void all(Exchange exchange) throws IOException {
        if (exchange.is("GET")) {
            exchange.json(
                    200,
                    new Json.Arr(plugins.list(exchange.signedIn()).stream()
                            .<Json>map(PluginsResource::json)
                            .toList()));
        } else if (exchange.is("POST")) {
            install(exchange);
        } else {
            throw exchange.methodNotAllowed("GET, POST");
        }
    }

    private void install(Exchange exchange) throws IOException {
        if (exchange.request().getQueryString() != null) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "An install takes no parameters: plans and dry runs are not available yet.",
                    "Nothing was installed. Send the jar without a query.");
        }
        String type = exchange.request().getContentType();
        if (type == null || !type.startsWith(JAR)) {
            throw new PortalException(
                    ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                    "The body must be a jar.",
                    "Send the jar's bytes with the header 'Content-Type: " + JAR + "'.");
        }
        Installed installed =
                plugins.install(exchange.signedIn(), exchange.request().getInputStream());
        exchange.json(installed.outcome() == Outcome.NEW ? 201 : 200, json(installed.plugin()));
    }

    private void one(Exchange exchange, String id) throws IOException {
        if (exchange.is("GET")) {
            PluginInfo found = plugins.find(exchange.signedIn(), id)
                    .orElseThrow(() -> new PortalException(ProblemKind.NOT_FOUND, "There is no plugin '" + id + "'."));
            exchange.json(200, json(found));
        } else if (exchange.is("DELETE")) {
            plugins.remove(exchange.signedIn(), id);
            exchange.response().setStatus(204);
        } else {
            throw exchange.methodNotAllowed("GET, DELETE");
        }
    }

    static Json.Obj json(PluginInfo plugin) {
        return Json.object()
                .put("id", plugin.id())
                .put("version", plugin.version())
                .put("title", plugin.title())
                .put("owner", plugin.owner() == null ? Json.Null.NULL : Json.of(plugin.owner()))
                .put("state", plugin.state().name())
                .put("since", plugin.since().toString())
                .put("digest", plugin.digest())
                .put("mandatory", plugin.role() == PluginInfo.Role.MANDATORY ? Json.Bool.TRUE : Json.Bool.FALSE)
                .put("diagnosis", json(plugin.diagnosis()))
                .put("candidate", Json.Null.NULL)
                .put("previous", new Json.Arr(List.of()))
                .put("contributes", contributions(plugin))
                .build();
    }

    private static Json json(@Nullable Diagnosis diagnosis) {
        return diagnosis == null
                ? Json.Null.NULL
                : Json.object()
                        .put("summary", diagnosis.summary())
                        .put("cause", diagnosis.cause())
                        .put("fix", diagnosis.fix())
                        .build();
    }

    private static Json.Arr contributions(PluginInfo plugin) {
        return new Json.Arr(plugin.contributes().stream()
                .<Json>map(extension -> Json.object()
                        .put("point", extension.point())
                        .put("id", extension.id())
                        .put("title", extension.title())
                        .build())
                .toList());
    }
}
