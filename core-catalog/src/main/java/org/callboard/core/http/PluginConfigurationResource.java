package org.callboard.core.http;

import java.io.IOException;
import org.callboard.api.model.Json;
import org.callboard.api.plugins.PluginInfo;
import org.callboard.api.plugins.Plugins;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Permission;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.session.Permissions;
import org.callboard.core.session.PortalCaller;
import org.callboard.core.settings.PluginSettings;
import org.callboard.core.settings.RevisionSettings;
import org.callboard.core.settings.SettingInForce;
import org.callboard.core.settings.SettingsSchema.Setting;
import org.jspecify.annotations.Nullable;

/** {@code /api/plugins/{id}/configuration}: what can be set for the revision that serves, and what is in force of it. */
final class PluginConfigurationResource {

    static final String SUFFIX = "/configuration";

    private final Plugins plugins;
    private final ActiveRevisions active;
    private final PluginSettings settings;

    PluginConfigurationResource(Plugins plugins, ActiveRevisions active, PluginSettings settings) {
        this.plugins = plugins;
        this.active = active;
        this.settings = settings;
    }

    void handle(Exchange exchange, String id) throws IOException {
        if (!exchange.is("GET")) {
            throw exchange.methodNotAllowed("GET");
        }
        PortalCaller caller = exchange.allowed(Permission.PLUGIN_INSPECT);
        PluginInfo plugin = plugins.find(PortalCaller.PORTAL, id)
                .orElseThrow(() -> new PortalException(ProblemKind.NOT_FOUND, "There is no plugin '" + id + "'."));
        Permissions.require(caller, Permission.PLUGIN_INSPECT, id, plugin.owner());
        RevisionSettings found = active.find(id)
                .flatMap(revision -> settings.find(revision.name()))
                .orElse(null);
        exchange.response().setHeader("Cache-Control", "no-store");
        exchange.json(
                200,
                Json.object()
                        .put("plugin", id)
                        .put("settings", found == null ? Json.ofTexts(java.util.List.of()) : settings(found))
                        .put("problem", PluginJson.of(found == null ? null : found.problem()))
                        .build());
    }

    private static Json settings(RevisionSettings settings) {
        return new Json.Arr(settings.describe().stream()
                .<Json>map(PluginConfigurationResource::setting)
                .toList());
    }

    private static Json setting(SettingInForce inForce) {
        Setting setting = inForce.setting();
        return Json.object()
                .put("name", setting.name())
                .put("type", setting.type().words())
                .put("description", setting.description())
                .put("default", orNull(SettingInForce.unset(setting).value()))
                .put("required", bool(setting.isRequired()))
                .put("secret", bool(setting.type().isSecret()))
                .put("value", orNull(inForce.value()))
                .put("origin", inForce.origin() == null ? Json.Null.NULL : Json.of(inForce.origin()))
                .build();
    }

    private static Json bool(boolean is) {
        return is ? Json.Bool.TRUE : Json.Bool.FALSE;
    }

    private static Json orNull(@Nullable Json value) {
        return value == null ? Json.Null.NULL : value;
    }
}
