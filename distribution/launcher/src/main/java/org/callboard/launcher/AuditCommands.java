package org.callboard.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.StringJoiner;
import org.callboard.launcher.Options.UsageException;
import org.callboard.launcher.PortalClient.Answer;

/** {@code callboard audit}: who did what, and whether the record of it is as it was written. */
final class AuditCommands {

    private static final String AUDIT = "/api/audit";
    private static final List<String> FILTERS =
            List.of("--caller", "--act", "--subject", "--outcome", "--from", "--to", "--text");

    private final PortalClient portal;
    private final PrintStream out;

    AuditCommands(PortalClient portal, PrintStream out) {
        this.portal = portal;
        this.out = out;
    }

    ExitCode run(Words words) throws CommandException, UsageException {
        words.none();
        return switch (words.command()) {
            case "audit list" -> list(words.taking(and("--limit")));
            case "audit export" -> export(words.taking(and()));
            case "audit verify" -> verify(words.taking("--head"));
            default -> throw new UsageException("There is no command '" + words.command() + "'.");
        };
    }

    private static String[] and(String... more) {
        StringJoiner all = new StringJoiner(" ");
        FILTERS.forEach(all::add);
        List.of(more).forEach(all::add);
        return all.toString().split(" ");
    }

    private ExitCode list(Words words) throws CommandException, UsageException {
        Answer answer = portal.get(AUDIT + "?limit=" + words.number("--limit", "50") + filters(words));
        if (words.has("--json")) {
            out.println(answer.body());
            return ExitCode.OK;
        }
        Tree page = answer.json();
        Table table = new Table().row("NUMBER", "AT", "CALLER", "THROUGH", "ACT", "SUBJECT", "OUTCOME", "DETAIL");
        for (Tree row : page.items("items")) {
            table.row(
                    row.text("number"),
                    row.text("at"),
                    row.text("caller"),
                    through(row),
                    row.text("act"),
                    row.text("subject"),
                    row.text("outcome"),
                    row.text("detail"));
        }
        table.print(out);
        if (!page.text("nextCursor").isEmpty()) {
            out.println("There are older ones; --limit shows more, and 'audit export' all.");
        }
        return ExitCode.OK;
    }

    private static String through(Tree row) {
        String plugin = row.text("plugin");
        return plugin.isEmpty() ? row.text("through") : row.text("through") + " (" + plugin + ")";
    }

    private ExitCode export(Words words) throws CommandException {
        try (InputStream lines = portal.stream(AUDIT + filters(words).replaceFirst("&", "?"), "application/x-ndjson")) {
            lines.transferTo(out);
        } catch (IOException failure) {
            throw new CommandException(
                    ExitCode.UNREACHABLE, "The portal at " + portal.url() + " ended the answer before its end.");
        }
        if (out.checkError()) {
            throw new CommandException(ExitCode.FAILED, "The lines could not be written to their end.");
        }
        return ExitCode.OK;
    }

    private static String filters(Words words) {
        StringBuilder query = new StringBuilder();
        for (String filter : FILTERS) {
            words.value(filter)
                    .ifPresent(value -> query.append('&')
                            .append(filter.substring(2))
                            .append('=')
                            .append(PortalClient.encoded(value)));
        }
        return query.toString();
    }

    private ExitCode verify(Words words) throws CommandException {
        String noted = words.value("--head")
                .map(head -> "?head=" + PortalClient.encoded(head))
                .orElse("");
        Answer answer = portal.get(AUDIT + "/verify" + noted);
        Tree found = answer.json();
        boolean isIntact = found.text("intact").equals("true");
        if (words.has("--json")) {
            out.println(answer.body());
        } else {
            out.println(
                    isIntact
                            ? "The audit log is as it was written: " + found.text("rows") + " rows."
                            : "The audit log is not as it was written. " + found.text("broken", "message"));
            out.println("head " + found.text("head", "number") + ":" + found.text("head", "hash"));
        }
        return isIntact ? ExitCode.OK : ExitCode.BROKEN;
    }
}
