package org.callboard.core.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.callboard.api.security.Permission;
import org.callboard.core.pluginstore.PluginJars;
import org.callboard.core.session.Permissions;
import org.callboard.core.session.PortalCaller;

/** {@code /api/plugins/{id}/jar}: the jar that an installed plugin was made from. */
final class PluginJarResource {

    static final String SUFFIX = "/jar";
    static final String TYPE = "application/java-archive";

    private final PluginJars jars;

    PluginJarResource(PluginJars jars) {
        this.jars = jars;
    }

    void handle(Exchange exchange, String id) throws IOException {
        if (!exchange.is("GET")) {
            throw exchange.methodNotAllowed("GET");
        }
        PortalCaller caller = exchange.allowed(Permission.PLUGIN_MANAGE);
        Path jar = jars.find(
                id, plugin -> Permissions.require(caller, Permission.PLUGIN_MANAGE, plugin.id(), plugin.owner()));
        exchange.response().setContentType(TYPE);
        exchange.response().setHeader("Cache-Control", "no-store");
        exchange.response().setHeader("Content-Disposition", "attachment; filename=\"" + id + ".jar\"");
        exchange.response().setContentLengthLong(Files.size(jar));
        Files.copy(jar, exchange.response().getOutputStream());
    }
}
