package org.callboard.launcher;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.callboard.launcher.Options.UsageException;

/** The commands that plugins of a portal offer: {@code callboard PLUGIN NAME [ARGUMENTS]}. The portal runs them. */
final class OfferedCommands {

    private static final String PATH = "/api/web-shell/cli";
    private static final int LONGEST_INPUT = 1_000_000;

    private final PortalClient portal;
    private final PrintStream out;
    private final InputStream in;

    OfferedCommands(PortalClient portal, PrintStream out, InputStream in) {
        this.portal = portal;
        this.out = out;
        this.in = in;
    }

    /** {@return those that the token's owner may run} */
    List<OfferedCommand> list() throws CommandException {
        return portal.get(PATH).json().items("commands").stream()
                .map(OfferedCommand::new)
                .toList();
    }

    /** Prints a line for each of them. */
    static void print(List<OfferedCommand> commands, PrintStream out) {
        Table table = new Table();
        commands.forEach(command -> table.row(
                "  callboard " + command.plugin() + " " + command.name(),
                command.facts().text("title")));
        table.print(out);
    }

    /** Runs the command that the words name. {@return the exit code} */
    int run(String plugin, List<String> words) throws CommandException, UsageException {
        List<OfferedCommand> offered = offered(plugin, words).stream()
                .filter(command -> command.plugin().equals(plugin))
                .toList();
        if (offered.isEmpty()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "There is no command '" + plugin + "', and no plugin of that name at " + portal.url()
                            + " offers you one. 'callboard help' lists all.");
        }
        String name = words.isEmpty() ? "--help" : words.get(0);
        if (name.equals("--help") || name.equals("help")) {
            print(offered, out);
            return words.isEmpty() ? ExitCode.USAGE.number() : ExitCode.OK.number();
        }
        return run(named(name, offered), words.subList(1, words.size()));
    }

    private static OfferedCommand named(String name, List<OfferedCommand> offered) throws CommandException {
        return offered.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        ExitCode.USAGE,
                        "The plugin '" + offered.get(0).plugin() + "' offers you no command '" + name + "', only "
                                + offered.stream().map(OfferedCommand::name).collect(Collectors.joining(", ")) + "."));
    }

    /** A word alone is more likely a command of our own that is misspelt. */
    private List<OfferedCommand> offered(String plugin, List<String> words) throws CommandException, UsageException {
        try {
            return list();
        } catch (CommandException failure) {
            if (words.isEmpty()) {
                throw new UsageException("There is no command '" + plugin + "'.");
            }
            throw new CommandException(
                    failure.code(),
                    "The portal can't be asked for the command '" + plugin + " " + words.get(0) + "' of a plugin. "
                            + failure.getMessage());
        }
    }

    private int run(OfferedCommand command, List<String> words) throws CommandException {
        if (words.contains("--help")) {
            command.explain(out);
            return ExitCode.OK.number();
        }
        String body = body(command.values(words), command.reads() ? input() : "");
        String path = PATH + "/" + PortalClient.encoded(command.plugin()) + "/" + PortalClient.encoded(command.name());
        Tree answer = portal.post(path, "application/json", BodyPublishers.ofString(body))
                .json();
        print(answer);
        return Integer.parseInt(answer.text("exitCode"));
    }

    private void print(Tree answer) {
        List<Tree> rows = answer.items("table");
        if (!rows.isEmpty()) {
            Table table = new Table();
            rows.forEach(row -> table.row(row.items().stream().map(Tree::text).toArray(String[]::new)));
            table.print(out);
        } else if (!answer.at("text").isEmpty()) {
            answer.lines("text").forEach(out::println);
        }
    }

    private String input() throws CommandException {
        try {
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            StringBuilder text = new StringBuilder();
            char[] some = new char[8192];
            for (int count = reader.read(some); count >= 0; count = reader.read(some)) {
                text.append(some, 0, count);
                if (text.length() > LONGEST_INPUT) {
                    throw new CommandException(
                            ExitCode.UNREADABLE,
                            "The standard input has more than " + LONGEST_INPUT + " characters. Send less at once.");
                }
            }
            return text.toString();
        } catch (IOException failure) {
            throw new CommandException(ExitCode.UNREADABLE, "The standard input can't be read.");
        }
    }

    private static String body(Map<String, List<String>> values, String input) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeObjectFieldStart("values");
            for (Map.Entry<String, List<String>> value : values.entrySet()) {
                json.writeArrayFieldStart(value.getKey());
                for (String one : value.getValue()) {
                    json.writeString(one);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeStringField("input", input);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }
}
