package org.callboard.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What an upgrade would do to the plugins of a portal, for the terminal. */
final class InstalledPluginsPage {

    private static final Map<String, String> VERDICTS =
            Map.of("fits", "runs", "shipped", "comes with this version", "refused", "REFUSED");

    private InstalledPluginsPage() {}

    static void print(Tree verdicts, PrintStream out) {
        List<Tree> plugins = verdicts.items();
        Table table = new Table().row("ID", "VERSION", "OWNER", "STATE", "ON THIS VERSION");
        plugins.forEach(plugin -> table.row(
                plugin.text("id"),
                plugin.text("version"),
                orDash(plugin.text("owner")),
                plugin.text("state"),
                VERDICTS.getOrDefault(plugin.text("verdict"), plugin.text("verdict"))));
        table.print(out);
        plugins.forEach(plugin -> PluginPage.diagnosis(plugin.at("diagnosis"), out));
        out.println();
        List<Tree> refused = plugins.stream()
                .filter(plugin -> plugin.text("verdict").equals("refused"))
                .toList();
        out.println(
                refused.isEmpty()
                        ? "All plugins would run on this version."
                        : "This version would refuse " + refused.size() + " of " + plugins.size() + " plugins, of "
                                + owners(refused) + ".");
    }

    private static String owners(List<Tree> refused) {
        Set<String> owners = new TreeSet<>();
        refused.forEach(
                plugin -> owners.add(plugin.text("owner").isEmpty() ? "nobody who is named" : plugin.text("owner")));
        return String.join(", ", owners);
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
