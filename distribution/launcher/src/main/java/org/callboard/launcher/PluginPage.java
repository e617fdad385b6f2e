package org.callboard.launcher;

import java.io.PrintStream;
import java.util.Map;

/** What is known of one plugin, and what an install would do, for the terminal. */
final class PluginPage {

    private PluginPage() {}

    static void print(Tree plugin, PrintStream out) {
        Table table = new Table();
        for (String name : new String[] {"id", "version", "title", "owner", "state", "since", "digest", "mandatory"}) {
            row(table, name, plugin.text(name));
        }
        row(table, "candidate", candidate(plugin.at("candidate")));
        plugin.items("previous").forEach(previous -> row(table, "previous", previous.text("version")));
        plugin.items("contributes").forEach(extension -> row(table, "contributes", extension.words()));
        for (Map.Entry<String, Tree> figure : plugin.fields("load").entrySet()) {
            row(table, figure.getKey(), figure.getValue().words());
        }
        table.print(out);
        diagnosis(plugin.at("diagnosis"), out);
        diagnosis(plugin.at("candidate", "diagnosis"), out);
    }

    private static String candidate(Tree candidate) {
        return candidate.isEmpty() ? "" : candidate.text("version") + " " + candidate.text("state");
    }

    static void plan(Tree plan, PrintStream out) {
        Table table = new Table();
        for (String name : new String[] {"action", "id", "from", "to"}) {
            row(table, name, plan.text(name));
        }
        for (String name : new String[] {"stops", "starts", "adds", "changes", "removes", "asks"}) {
            plan.items(name).forEach(item -> row(table, name, item.words()));
        }
        row(table, "token", plan.text("token"));
        table.print(out);
        diagnosis(plan.at("diagnosis"), out);
    }

    static void diagnosis(Tree diagnosis, PrintStream out) {
        if (!diagnosis.isEmpty()) {
            out.println();
            out.println(Explanation.of(diagnosis, ""));
        }
    }

    private static void row(Table table, String name, String value) {
        if (!value.isEmpty()) {
            table.row(name, value);
        }
    }
}
