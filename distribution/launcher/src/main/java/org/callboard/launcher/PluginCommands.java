package org.callboard.launcher;

import java.io.FileNotFoundException;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.callboard.launcher.Options.UsageException;
import org.callboard.launcher.PortalClient.Answer;

/** {@code callboard plugin}: what an operator does with plugins. */
final class PluginCommands {

    private static final String PLUGINS = "/api/plugins";
    private static final String JAR = "application/java-archive";

    private final PortalClient portal;
    private final PrintStream out;

    PluginCommands(PortalClient portal, PrintStream out) {
        this.portal = portal;
        this.out = out;
    }

    void run(Words words) throws CommandException, UsageException {
        switch (words.command()) {
            case "plugin list" -> list(words.taking());
            case "plugin show" -> show(words.taking());
            case "plugin plan" -> plan(words.taking("--allow-downgrade"));
            case "plugin install" -> install(words.taking("--allow-downgrade", "--plan", "--preview"));
            case "plugin end-preview" -> endPreview(words.taking());
            case "plugin rollback", "plugin disable", "plugin enable" -> act(words.taking());
            case "plugin remove" -> remove(words.taking());
            case "plugin release" -> release(words.taking());
            case "plugin drop-tables" -> dropTables(words.taking());
            case "plugin logs" -> new PluginLogCommand(portal, out).run(words.taking("--tail", "--follow"));
            default -> throw new UsageException("There is no command '" + words.command() + "'.");
        }
    }

    private void list(Words words) throws CommandException, UsageException {
        words.none();
        Answer answer = portal.get(PLUGINS);
        if (printedAsIs(words, answer)) {
            return;
        }
        List<Tree> plugins = answer.json().items();
        Table table = new Table().row("ID", "VERSION", "STATE", "SINCE", "TITLE");
        plugins.forEach(plugin -> table.row(
                plugin.text("id"),
                plugin.text("version"),
                plugin.text("state"),
                PluginPage.moment(plugin.text("since")),
                plugin.text("title")));
        table.print(out);
        plugins.forEach(plugin -> PluginPage.diagnosis(plugin.at("diagnosis"), out));
    }

    private void show(Words words) throws CommandException, UsageException {
        Answer answer = portal.get(path(words.one("ID")));
        if (!printedAsIs(words, answer)) {
            PluginPage.print(answer.json(), out);
        }
    }

    private void plan(Words words) throws CommandException, UsageException {
        Answer answer = send(words, List.of("dryRun=true"));
        Tree plan = answer.json();
        if (!printedAsIs(words, answer)) {
            PluginPage.plan(plan, out);
        }
        if (plan.text("action").equals("refuse")) {
            throw new CommandException(ExitCode.REFUSED, "It would be refused.");
        }
    }

    private void install(Words words) throws CommandException, UsageException {
        List<String> query = new ArrayList<>();
        words.value("--plan").ifPresent(token -> query.add("plan=" + PortalClient.encoded(token)));
        if (words.has("--preview")) {
            query.add("preview=true");
        }
        Answer answer = send(words, query);
        if (!words.has("--preview")) {
            report(words, answer);
        } else if (!printedAsIs(words, answer)) {
            PluginPage.preview(answer.json(), portal.url()).forEach(out::println);
        }
    }

    private Answer send(Words words, List<String> parameters) throws CommandException, UsageException {
        Path file = Path.of(words.one("FILE"));
        List<String> query = new ArrayList<>(parameters);
        if (words.has("--allow-downgrade")) {
            query.add("downgrade=allow");
        }
        String path = query.isEmpty() ? PLUGINS : PLUGINS + "?" + String.join("&", query);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw unreadable(file);
        }
        try {
            return portal.post(path, JAR, BodyPublishers.ofFile(file));
        } catch (FileNotFoundException gone) {
            throw unreadable(file);
        }
    }

    private static CommandException unreadable(Path file) {
        return new CommandException(ExitCode.UNREADABLE, "The file " + file + " can't be read.");
    }

    private void act(Words words) throws CommandException, UsageException {
        String act = words.command().substring(words.command().indexOf(' ') + 1);
        report(words, portal.post(path(words.one("ID")) + "/" + act));
    }

    private void remove(Words words) throws CommandException, UsageException {
        String id = words.one("ID");
        Answer answer = portal.delete(path(id));
        if (!printedAsIs(words, answer)) {
            out.println(id + " is removed.");
        }
    }

    private void endPreview(Words words) throws CommandException, UsageException {
        String id = words.one("ID");
        Answer answer = portal.delete(path(id) + "/preview");
        if (!printedAsIs(words, answer)) {
            out.println("The preview of " + id + " is over.");
        }
    }

    private void release(Words words) throws CommandException, UsageException {
        String id = words.one("ID");
        Answer answer = portal.post(path(id) + "/release");
        if (!printedAsIs(words, answer)) {
            out.println("The name " + id + " is free.");
        }
    }

    private void dropTables(Words words) throws CommandException, UsageException {
        String id = words.one("ID");
        Answer answer = portal.delete(path(id) + "/tables");
        if (!printedAsIs(words, answer)) {
            out.println("The tables of " + id + " are dropped.");
        }
    }

    private void report(Words words, Answer answer) throws CommandException {
        if (printedAsIs(words, answer)) {
            return;
        }
        Tree plugin = answer.json();
        out.println(plugin.text("id") + " " + plugin.text("version") + " is " + plugin.text("state") + ".");
        PluginPage.diagnosis(plugin.at("diagnosis"), out);
    }

    private boolean printedAsIs(Words words, Answer answer) {
        if (words.has("--json") && !answer.body().isEmpty()) {
            out.println(answer.body());
        }
        return words.has("--json");
    }

    private static String path(String id) {
        return PLUGINS + "/" + PortalClient.encoded(id);
    }
}
