package org.callboard.core.http;

import java.io.IOException;
import org.callboard.api.plugins.PluginInfo;
import org.callboard.api.plugins.Plugins;

/** {@code /rescue}: the plugins' states on a plain page, for when the web page itself does not run. */
final class RescueResource implements CoreResource {

    private final Plugins plugins;
    private final Pages pages = new Pages();

    RescueResource(Plugins plugins) {
        this.plugins = plugins;
    }

    @Override
    public String prefix() {
        return "/rescue";
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        if (!exchange.is("GET")) {
            throw exchange.methodNotAllowed("GET");
        }
        StringBuilder rows = new StringBuilder();
        for (PluginInfo plugin : plugins.list(exchange.signedIn())) {
            rows.append("<tr><td>").append(Pages.escape(plugin.id()));
            rows.append("</td><td>").append(Pages.escape(plugin.version()));
            rows.append("</td><td>").append(plugin.state());
            rows.append("</td><td>")
                    .append(Pages.escape(
                            plugin.diagnosis() == null ? "" : plugin.diagnosis().cause()))
                    .append("</td></tr>");
        }
        pages.write(
                exchange.response(),
                200,
                "Plugins",
                "<p>To replace one, send its jar:</p><p><code>curl -X POST --data-binary @plugin.jar"
                        + " -H 'Content-Type: application/java-archive' -H \"Authorization: Bearer $CALLBOARD_TOKEN\""
                        + " /api/plugins</code></p><table><tr><th>Plugin</th><th>Version</th><th>State</th><th>Why</th></tr>"
                        + rows + "</table>");
    }
}
