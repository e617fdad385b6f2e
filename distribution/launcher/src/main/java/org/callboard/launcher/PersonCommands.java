package org.callboard.launcher;

import java.io.PrintStream;
import org.callboard.launcher.Options.UsageException;
import org.callboard.launcher.PortalClient.Answer;

/** {@code callboard person}: who has which user of the catalog. */
final class PersonCommands {

    private static final String PEOPLE = "/api/people";

    private final PortalClient portal;
    private final PrintStream out;

    PersonCommands(PortalClient portal, PrintStream out) {
        this.portal = portal;
        this.out = out;
    }

    void run(Words words) throws CommandException, UsageException {
        switch (words.command()) {
            case "person list" -> list(words.taking());
            case "person release" -> release(words.taking());
            default -> throw new UsageException("There is no command '" + words.command() + "'.");
        }
    }

    private void list(Words words) throws CommandException, UsageException {
        words.none();
        Answer answer = portal.get(PEOPLE);
        if (words.has("--json")) {
            out.println(answer.body());
            return;
        }
        Table table = new Table().row("USER", "SINCE", "ISSUER", "SUBJECT");
        for (Tree person : answer.json().items()) {
            table.row(
                    person.text("user"),
                    PluginPage.moment(person.text("since")),
                    person.text("issuer"),
                    person.text("subject"));
        }
        table.print(out);
    }

    private void release(Words words) throws CommandException, UsageException {
        String user = words.one("USER");
        // the steps of a reference are those of the path
        String path = PortalClient.encoded(user).replace("%2F", "/").replace("%3A", ":");
        Answer answer = portal.delete(PEOPLE + "/" + path + "/binding");
        if (!words.has("--json")) {
            out.println(user + " is released: whoever signs in as it next has it.");
        } else if (!answer.body().isEmpty()) {
            out.println(answer.body());
        }
    }
}
