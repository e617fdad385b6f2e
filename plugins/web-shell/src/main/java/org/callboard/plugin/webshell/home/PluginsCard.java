package org.callboard.plugin.webshell.home;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.callboard.api.plugins.PluginInfo;
import org.callboard.api.plugins.PluginState;
import org.callboard.api.plugins.Plugins;
import org.callboard.api.problem.PortalException;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.HomeCard;
import org.callboard.api.ui.Status;
import org.callboard.api.ui.Table;
import org.callboard.api.ui.Value;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The plugins, those that need care first. */
@Component
public final class PluginsCard implements HomeCard {

    private static final int ROWS = 6;

    private final Plugins plugins;

    /** Makes the card. */
    @Activate
    public PluginsCard(@Reference Plugins plugins) {
        this.plugins = plugins;
    }

    @Override
    public String title() {
        return "Plugins";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE.order(7);
    }

    @Override
    public View show(ViewRequest request) {
        List<PluginInfo> found;
        try {
            found = plugins.list(request.caller());
        } catch (PortalException refusal) {
            return View.empty().with(new Block.Empty("Not for you to see", refusal.message()));
        }
        List<PluginInfo> shown = found.stream()
                .sorted(Comparator.comparing(plugin -> plugin.state() == PluginState.ACTIVE))
                .limit(ROWS)
                .toList();
        return View.empty()
                .with(Table.of("plugins", Table.Column.of("plugin", "Plugin"), Table.Column.of("state", "State"))
                        .rows(shown, PluginsCard::row));
    }

    private static List<Value> row(PluginInfo plugin) {
        String state = plugin.state().name().toLowerCase(Locale.ROOT);
        return List.of(
                Value.page(plugin.title(), "/plugins"),
                plugin.state() == PluginState.ACTIVE
                        ? Value.of("Active " + plugin.version())
                        : new Value.State(status(plugin.state()), state));
    }

    private static Status status(PluginState state) {
        return switch (state) {
            case ACTIVE -> Status.OK;
            case STARTING -> Status.RUNNING;
            case DEGRADED -> Status.WARN;
            case DISABLED -> Status.UNKNOWN;
            default -> Status.ERROR;
        };
    }
}
