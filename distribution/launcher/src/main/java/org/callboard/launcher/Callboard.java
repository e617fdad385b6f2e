package org.callboard.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callboard.launcher.InstalledPluginsCommand.Form;

/** The command {@code callboard}. */
public final class Callboard {

    private final Path home;
    private final PrintStream out;
    private final PrintStream errors;

    private Callboard(Path home, PrintStream out, PrintStream errors) {
        this.home = home;
        this.out = out;
        this.errors = errors;
    }

    /** Runs a command and ends the process with an exit code that says how it went. */
    public static void main(String... arguments) {
        Path home = Path.of(System.getProperty("callboard.home", "."))
                .toAbsolutePath()
                .normalize();
        // JSON is UTF-8 wherever it is shown
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        int code = new Callboard(home, out, System.err).run(arguments);
        out.flush();
        System.exit(code);
    }

    private int run(String... arguments) {
        try {
            Options options = Options.parse(arguments);
            return run(options);
        } catch (CommandException failure) {
            errors.println(failure.getMessage());
            return failure.code().number();
        } catch (Options.UsageException wrong) {
            errors.println(wrong.getMessage());
            errors.print(Options.USAGE);
            return ExitCode.USAGE.number();
        }
    }

    private int run(Options options) throws Options.UsageException, CommandException {
        return switch (options.command()) {
            case "start" -> new StartCommand(home, data(), errors).run(options);
            case "login" -> login(options);
            case "catalog" -> catalog(options.words());
            case "docs" -> new DocsCommand(home, out, errors).run(Words.parse("docs", options.words()));
            case "plugin" -> plugin(Words.parse("plugin", options.words()));
            case "token" -> tokens(Words.parse("token", options.words()));
            case "person" -> people(Words.parse("person", options.words()));
            case "policy" -> policy(options.words());
            case "audit" -> audit(Words.parse("audit", options.words()));
            case "backup" -> backup(options);
            case "restore" -> restore(options);
            case "help", "--help", "-h" -> help(options);
            default -> offered(options);
        };
    }

    /** Where no portal answers there is still much to say. */
    private int help(Options options) {
        errors.print(Options.USAGE);
        try {
            List<OfferedCommand> offered = new OfferedCommands(portal(options.url()), out, System.in).list();
            errors.println();
            errors.println(offered.isEmpty() ? "Its plugins offer you no commands." : "Commands of its plugins:");
            OfferedCommands.print(offered, errors);
        } catch (CommandException unknown) {
            errors.println();
            errors.println("Commands of its plugins are listed when it can be asked. " + unknown.getMessage());
        }
        return ExitCode.OK.number();
    }

    private int offered(Options options) throws Options.UsageException, CommandException {
        return new OfferedCommands(portal(options.url()), out, System.in).run(options.command(), options.words());
    }

    private int login(Options options) throws CommandException {
        new Login(portal(options.url()), out).run();
        return ExitCode.OK.number();
    }

    private int plugin(Words words) throws Options.UsageException, CommandException {
        switch (words.command()) {
            case "plugin new" ->
                new NewPluginCommand(home, out)
                        .run(words.taking(
                                "--dir", "--package", "--owner", "--portal", "--offline", "--bare", "--tier2"));
            case "plugin verify" -> {
                return verify(words.taking("--portal", "--backup"));
            }
            default -> new PluginCommands(portal(words), out).run(words);
        }
        return ExitCode.OK.number();
    }

    private int verify(Words words) throws Options.UsageException, CommandException {
        Optional<String> portal = words.value("--portal");
        Optional<String> backup = words.value("--backup");
        if (portal.isEmpty() && backup.isEmpty()) {
            return new OfflineCore(home, out, errors).verify(words.some("FILE"));
        }
        words.none();
        InstalledPluginsCommand command = new InstalledPluginsCommand(home, out, errors);
        Form form = words.has("--json") ? Form.JSON : Form.TABLE;
        return backup.isPresent()
                ? command.ofBackup(Path.of(backup.get()), form)
                : command.ofPortal(new PortalClient(portal.orElseThrow(), token(), "--portal"), form);
    }

    private int catalog(List<String> words) throws Options.UsageException, CommandException {
        if (!words.isEmpty() && words.get(0).equals("validate")) {
            return new OfflineCore(home, out, errors).validate(words.subList(1, words.size()));
        }
        Words parsed = Words.parse("catalog", words);
        new CatalogCommands(portal(parsed), out).run(parsed);
        return ExitCode.OK.number();
    }

    private int policy(List<String> words) throws Options.UsageException {
        if (words.isEmpty() || !words.get(0).equals("check")) {
            throw new Options.UsageException("A policy takes 'check'.");
        }
        return new OfflineCore(home, out, errors).checkPolicy(words.subList(1, words.size()));
    }

    private int people(Words words) throws Options.UsageException, CommandException {
        new PersonCommands(portal(words), out).run(words);
        return ExitCode.OK.number();
    }

    private int tokens(Words words) throws Options.UsageException, CommandException {
        new TokenCommands(portal(words), out, errors).run(words);
        return ExitCode.OK.number();
    }

    private int audit(Words words) throws Options.UsageException, CommandException {
        return new AuditCommands(portal(words), out).run(words).number();
    }

    private PortalClient portal(Words words) {
        return portal(words.value("--url").orElse(Options.LOCAL));
    }

    private PortalClient portal(String url) {
        return new PortalClient(url, token());
    }

    private Token token() {
        return new Token(System.getenv(), data().resolve("admin.token"));
    }

    private int backup(Options options) throws CommandException {
        new BackupDownload(portal(options.url()), out)
                .run(Path.of(options.words().get(0)).toAbsolutePath());
        return ExitCode.OK.number();
    }

    private int restore(Options options) {
        List<String> arguments = new ArrayList<>(
                List.of(home.toString(), data().toString(), options.words().get(0)));
        options.configs(home).forEach(file -> arguments.add(file.toString()));
        return new OfflineCore(home, out, errors).restore(arguments);
    }

    private Path data() {
        return Path.of(System.getProperty("callboard.data", home.resolve("data").toString()));
    }
}
