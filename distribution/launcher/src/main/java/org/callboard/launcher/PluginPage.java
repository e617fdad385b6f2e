package org.callboard.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** What is known of one plugin, and what an install would do, for the terminal. */
final class PluginPage {

    private PluginPage() {}

    static void print(Tree plugin, PrintStream out) {
        Table table = new Table();
        for (String name : new String[] {"id", "version", "title", "owner", "state", "since", "digest", "mandatory"}) {
            row(table, name, plugin.text(name));
        }
        row(table, "signed by", plugin.at("signedBy").words());
        row(table, "candidate", candidate(plugin.at("candidate")));
        plugin.items("previews").forEach(preview -> row(table, "preview", preview(preview)));
        plugin.items("previous").forEach(previous -> row(table, "previous", previous.text("version")));
        plugin.items("contributes").forEach(extension -> row(table, "contributes", extension.words()));
        for (Map.Entry<String, Tree> figure : plugin.fields("load").entrySet()) {
            row(table, figure.getKey(), figure.getValue().words());
        }
        plugin.items("leftovers").forEach(left -> row(table, "leftover", left.words()));
        table.print(out);
        diagnosis(plugin.at("diagnosis"), out);
        diagnosis(plugin.at("candidate", "diagnosis"), out);
    }

    private static String candidate(Tree candidate) {
        return candidate.isEmpty() ? "" : candidate.text("version") + " " + candidate.text("state");
    }

    private static String preview(Tree preview) {
        return preview.text("version") + " by " + preview.text("author") + " until " + moment(preview.text("expires"));
    }

    static void plan(Tree plan, PrintStream out) {
        Table table = steps(plan);
        row(table, "token", plan.text("token"));
        table.print(out);
        diagnosis(plan.at("diagnosis"), out);
    }

    /** {@return how to see a preview that a portal has opened, line by line} */
    static List<String> preview(Tree opened, String portal) {
        return List.of(
                "Preview of " + opened.text("id") + " " + opened.text("version") + " until "
                        + moment(opened.at("preview").text("expires")) + "; nobody else sees it.",
                "In a browser that is signed in, open " + portal
                        + opened.at("preview").text("path"),
                "With a client of your own, send the header Callboard-Preview: "
                        + opened.at("preview").text("key"));
    }

    /** {@return what the plan says will happen} */
    static Table steps(Tree plan) {
        Table table = new Table();
        for (String name : new String[] {"action", "id", "from", "to"}) {
            row(table, name, plan.text(name));
        }
        row(table, "signed by", plan.at("signedBy").words());
        for (String name : new String[] {"stops", "starts", "adds", "changes", "removes", "asks"}) {
            plan.items(name).forEach(item -> row(table, name, item.words()));
        }
        return table;
    }

    static void diagnosis(Tree diagnosis, PrintStream out) {
        if (!diagnosis.isEmpty()) {
            out.println();
            out.println(Explanation.of(diagnosis, ""));
        }
    }

    /** {@return a moment to the second} */
    static String moment(String instant) {
        return instant.replaceFirst("\\.\\d+Z$", "Z");
    }

    private static void row(Table table, String name, String value) {
        if (!value.isEmpty()) {
            table.row(name, value);
        }
    }
}
