package org.callboard.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@code callboard}.
 *
 * @param words what stands behind {@code plugin} and {@code catalog}, whose commands read it for themselves; or the file
 *     of a backup
 * @param configs the configuration files, later ones over earlier ones; empty for the one in {@code conf}
 * @param port the port in place of the configured one, or null
 * @param url the portal to speak to
 * @param extent which of them a portal starts with
 */
record Options(
        String command,
        List<String> words,
        List<Path> configs,
        @Nullable String port,
        String url,
        Extent extent) {

    /** Which plugins a portal starts with. */
    enum Extent {
        ALL,
        /** What it can't do without. */
        MANDATORY
    }

    static final String LOCAL = "http://127.0.0.1:7007";

    static final String USAGE = """
            usage: callboard start [--config FILE]... [--port PORT] [--safe]
                   callboard login
                   callboard backup FILE.zip
                   callboard restore FILE.zip [--config FILE]...
                   callboard plugin list
                   callboard plugin show|rollback|disable|enable|remove ID
                   callboard plugin plan [--allow-downgrade] FILE
                   callboard plugin install [--allow-downgrade] [--plan TOKEN] FILE
                   callboard plugin logs [--tail N] [--follow] ID
                   callboard catalog query [--filter FILTER]... [--text WORDS] [--limit N]
                   callboard catalog register URL
                   callboard catalog validate [--strict] [--json] FILE|FOLDER|PATTERN|-...

              start   run the portal in the foreground; --port 0 picks a free port and prints it;
                      --safe leaves every plugin off that the portal can do without
              login   print a new one-time sign-in link
              backup  fetch from a running portal all that it keeps, its secrets too
              restore fill the empty storage that the configuration names from a backup, without a portal
              plugin plan
                      say what an install would do, and change nothing; with its token an install does that or nothing
              catalog register
                      have the catalog read a page of the web from now on
              catalog validate
                      check descriptors as the catalog does, without a portal; '-' reads standard input

            All but 'start', 'restore' and 'catalog validate' speak to a running portal: --url names it, http://127.0.0.1:7007
            otherwise, and the token comes from CALLBOARD_TOKEN or the storage folder. Commands on plugins and the
            catalog print the portal's own answer with --json.
            """;

    /** A command line that can't be understood. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    static Options parse(String... arguments) throws UsageException {
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        String command = rest.isEmpty() ? "help" : rest.pop();
        if (command.equals("catalog") || command.equals("plugin")) {
            return new Options(command, List.copyOf(rest), List.of(), null, LOCAL, Extent.ALL);
        }
        List<String> words = command.equals("backup") || command.equals("restore")
                ? List.of(value("The command " + command + " needs the name of a file.", rest))
                : List.of();
        List<Path> configs = new ArrayList<>();
        String port = null;
        String url = LOCAL;
        Extent extent = Extent.ALL;
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--config" -> configs.add(Path.of(argument(option, rest)).toAbsolutePath());
                case "--port" -> port = checkedPort(argument(option, rest));
                case "--safe" -> extent = Extent.MANDATORY;
                case "--url" -> url = argument(option, rest).replaceFirst("/+$", "");
                default -> throw new UsageException("There is no option '" + option + "'.");
            }
        }
        return new Options(command, words, configs, port, url, extent);
    }

    private static String argument(String option, Deque<String> rest) throws UsageException {
        return value("The option " + option + " needs a value.", rest);
    }

    private static String value(String lack, Deque<String> rest) throws UsageException {
        if (rest.isEmpty()) {
            throw new UsageException(lack);
        }
        return rest.pop();
    }

    private static String checkedPort(String text) throws UsageException {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new UsageException("'" + text + "' is no port: it is a number from 0 to 65535.");
        }
        return text;
    }
}
