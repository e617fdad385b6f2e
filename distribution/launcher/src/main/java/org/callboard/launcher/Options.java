package org.callboard.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@code callboard}.
 *
 * @param words what stands behind {@code plugin}, {@code catalog}, {@code policy}, {@code audit}, {@code docs} and {@code token}, whose commands read it for
 *     themselves; or the file of a backup
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

    private static final Set<String> GROUPS = Set.of("audit", "catalog", "docs", "person", "plugin", "policy", "token");
    private static final Set<String> ALONE = Set.of("start", "login", "backup", "restore", "help", "--help", "-h");

    static final String USAGE = """
            usage: callboard start [--config FILE]... [--port PORT] [--safe]
                   callboard login
                   callboard backup FILE.zip
                   callboard restore FILE.zip [--config FILE]...
                   callboard plugin new [--dir FOLDER] [--package NAME] [--owner REF] [--portal URL | --offline]
                                        [--bare] [--tier2] NAME
                   callboard plugin verify FILE...
                   callboard plugin verify --portal URL | --backup FILE.zip
                   callboard plugin list
                   callboard plugin show|rollback|disable|enable|remove|release ID
                   callboard plugin plan [--allow-downgrade] FILE
                   callboard plugin install [--allow-downgrade] [--plan TOKEN] [--preview] FILE
                   callboard plugin end-preview ID
                   callboard plugin logs [--tail N] [--follow] ID
                   callboard plugin drop-tables ID
                   callboard audit list [FILTER]... [--limit N]
                   callboard audit export [FILTER]...
                   callboard audit verify [--head NUMBER:HASH]
                   callboard catalog query [--filter FILTER]... [--text WORDS] [--limit N]
                   callboard catalog register URL
                   callboard token create [--permission NAME]... [--plugin ID]... [--expires 30d] [--owner REF] NAME
                   callboard token list
                   callboard token revoke NAME
                   callboard person list
                   callboard person release USER
                   callboard policy check FILE
                   callboard catalog validate [--strict] [--json] FILE|FOLDER|PATTERN|-...
                   callboard docs check FOLDER
                   callboard docs preview [--port PORT] FOLDER
                   callboard help [--url URL]
                   callboard PLUGIN [--help | NAME [--help | ARGUMENT...]]

              start   run the portal in the foreground; --port 0 picks a free port and prints it;
                      --safe leaves every plugin off that the portal can do without
              login   print a new one-time sign-in link
              backup  fetch from a running portal all that it keeps, its secrets too
              restore fill the empty storage that the configuration names from a backup, without a portal
              plugin new
                      make the project of a plugin: a card, a REST resource and a test; --bare makes the card alone,
                      --tier2 adds one that is drawn in JavaScript; with --offline Maven reads the plugin API from
                      this folder and not from the portal
              plugin verify
                      say which versions of the plugin API jars run on, what they need, offer and ask for, and whether a
                      portal of this version would refuse them, without a portal; or, before an upgrade to this version, which
                      plugins of a running portal or of a backup it would refuse, and whose they are
              plugin plan
                      say what an install would do, and change nothing; with its token an install does that or nothing
              plugin install
                      bring a plugin to a portal; with --preview you alone see it there, by the link that is printed
              plugin release
                      give the name of a removed plugin free for another owner
              audit list
                      print who did what, newest first; a FILTER is --caller, --act, --subject (a * at the end stands for
                      anything), --outcome DONE|REFUSED, --from, --to or --text
              audit export
                      print all that, oldest first, as lines of JSON
              audit verify
                      say whether the audit log is as it was written, and up to which row; with --head, whether it still
                      holds what was printed so earlier
              catalog register
                      have the catalog read a page of the web from now on
              catalog validate
                      check descriptors as the catalog does, without a portal; '-' reads standard input
              docs check
                      say what is wrong with the documentation in a folder, with file and line, without a portal
              docs preview
                      show it on http://127.0.0.1:7008, and again whenever a file is saved, without a portal; --port 0
                      picks a free port
              person release
                      leave a user of the catalog to whoever signs in as it next, and end its sessions
              policy check
                      say what is wrong with a policy, line by line, without a portal
              token create
                      print a new token for a machine, this once: for all that you may do, or only for what is named; who may
                      do everything can make one for somebody else, --owner user:default/ci for one
              PLUGIN  run a command that a plugin of the portal offers; 'help' lists those that you may run

            All but 'start', 'restore', 'plugin new', 'plugin verify', 'policy check', 'catalog validate' and 'docs' speak to a running portal: --url
            names it, http://127.0.0.1:7007 otherwise, and the token comes from CALLBOARD_TOKEN or the storage folder. Commands on plugins, the
            catalog, people, tokens and the audit log print the portal's own answer with --json.
            """;

    /** A command line that can't be understood. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    /** {@return the configuration files; of a product in this folder, where none are named} */
    List<Path> configs(Path home) {
        return configs.isEmpty() ? List.of(home.resolve("conf/callboard.yaml")) : configs;
    }

    static Options parse(String... arguments) throws UsageException {
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        String command = rest.isEmpty() ? "help" : rest.pop();
        if (!GROUPS.contains(command) && !ALONE.contains(command)) {
            return offered(command, rest);
        }
        if (rest.contains("--help")) {
            return own("help", new ArrayDeque<>());
        }
        if (GROUPS.contains(command)) {
            return new Options(command, List.copyOf(rest), List.of(), null, LOCAL, Extent.ALL);
        }
        return own(command, rest);
    }

    private static Options own(String command, Deque<String> rest) throws UsageException {
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

    /** A command of a plugin's: which words it takes is for the plugin to say, but where the portal is. */
    private static Options offered(String plugin, Deque<String> rest) throws UsageException {
        if (!plugin.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new UsageException("There is no command '" + plugin + "'.");
        }
        String url = LOCAL;
        List<String> words = new ArrayList<>();
        while (!rest.isEmpty()) {
            String word = rest.pop();
            if (word.equals("--url")) {
                url = argument(word, rest).replaceFirst("/+$", "");
            } else {
                words.add(word);
            }
        }
        return new Options(plugin, words, List.of(), null, url, Extent.ALL);
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
