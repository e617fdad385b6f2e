package org.callboard.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.callboard.launcher.Options.UsageException;
import org.callboard.launcher.PortalClient.Answer;

/** {@code callboard plugin logs}: the last lines, and with {@code --follow} those that come. */
final class PluginLogCommand {

    private static final String DATA = "data: ";

    private final PortalClient portal;
    private final PrintStream out;

    PluginLogCommand(PortalClient portal, PrintStream out) {
        this.portal = portal;
        this.out = out;
    }

    void run(Words words) throws CommandException, UsageException {
        String path =
                "/api/plugins/" + PortalClient.encoded(words.one("ID")) + "/logs?tail=" + words.number("--tail", "200");
        boolean asIs = words.has("--json");
        if (words.has("--follow")) {
            portal.follow(path, line -> event(line, asIs));
            return;
        }
        Answer answer = portal.get(path);
        if (asIs) {
            out.println(answer.body());
        } else {
            answer.json().items().forEach(this::print);
        }
    }

    private void event(String line, boolean asIs) {
        if (!line.startsWith(DATA)) {
            return;
        }
        String json = line.substring(DATA.length());
        try {
            if (asIs) {
                out.println(json);
            } else {
                print(Tree.parse(json));
            }
        } catch (IOException malformed) {
            out.println(json);
        }
        out.flush();
    }

    private void print(Tree line) {
        out.println(String.format(
                Locale.ROOT,
                "%s %-5s [%s] %s: %s",
                line.text("at"),
                line.text("level"),
                line.text("thread"),
                line.text("logger"),
                line.text("message")));
        List<String> thrown = line.at("thrown").isEmpty() ? List.of() : line.lines("thrown");
        thrown.forEach(row -> out.println("\t" + row));
    }
}
