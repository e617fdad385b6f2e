package org.callboard.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.framework.BundleException;

/** The command {@code callboard}. */
public final class Callboard {

    /** The core says why it does not start by an exception of this type and above; what is over is the exit code. */
    private static final int EXIT_TYPE = 100;

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
            return switch (options.command()) {
                case "start" -> start(options);
                case "login" -> login(options);
                case "catalog" -> catalog(options.words());
                case "plugin" -> plugin(Words.parse("plugin", options.words()));
                case "backup" -> backup(options);
                case "restore" -> restore(options);
                case "help", "--help", "-h" -> {
                    errors.print(Options.USAGE);
                    yield ExitCode.OK.number();
                }
                default -> throw new Options.UsageException("There is no command '" + options.command() + "'.");
            };
        } catch (CommandException failure) {
            errors.println(failure.getMessage());
            return failure.code().number();
        } catch (Options.UsageException wrong) {
            errors.println(wrong.getMessage());
            errors.print(Options.USAGE);
            return ExitCode.USAGE.number();
        }
    }

    private int login(Options options) throws CommandException {
        new Login(portal(options.url()), out).run();
        return ExitCode.OK.number();
    }

    private int plugin(Words words) throws Options.UsageException, CommandException {
        new PluginCommands(portal(words), out).run(words);
        return ExitCode.OK.number();
    }

    private int catalog(List<String> words) throws Options.UsageException, CommandException {
        if (!words.isEmpty() && words.get(0).equals("validate")) {
            return new OfflineCore(home, errors).validate(words.subList(1, words.size()));
        }
        Words parsed = Words.parse("catalog", words);
        new CatalogCommands(portal(parsed), out).run(parsed);
        return ExitCode.OK.number();
    }

    private PortalClient portal(Words words) {
        return portal(words.value("--url").orElse(Options.LOCAL));
    }

    private PortalClient portal(String url) {
        return new PortalClient(url, new Token(System.getenv(), data().resolve("admin.token")));
    }

    private int backup(Options options) throws CommandException {
        String token = new Token(System.getenv(), data().resolve("admin.token")).find();
        return new BackupDownload(options.url(), token, out, errors)
                .run(Path.of(options.words().get(0)).toAbsolutePath())
                .number();
    }

    private int restore(Options options) {
        List<String> arguments = new ArrayList<>(
                List.of(home.toString(), data().toString(), options.words().get(0)));
        configs(options).forEach(file -> arguments.add(file.toString()));
        return new OfflineCore(home, errors).restore(arguments);
    }

    private List<Path> configs(Options options) {
        return options.configs().isEmpty() ? List.of(home.resolve("conf/callboard.yaml")) : options.configs();
    }

    private Path data() {
        return Path.of(System.getProperty("callboard.data", home.resolve("data").toString()));
    }

    private int start(Options options) {
        try (Platform platform = Platform.start(home, settings(options))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform), "stop"));
            stopWithParent();
            platform.await();
            return ExitCode.OK.number();
        } catch (BundleException failure) {
            return explain(failure);
        } catch (IOException failure) {
            errors.println("Callboard can't start: " + failure.getMessage());
            return ExitCode.STORAGE.number();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ExitCode.OK.number();
        }
    }

    /** The script that starts the portal again must not leave it behind when it is killed. */
    private static void stopWithParent() {
        Long parent = Long.getLong("callboard.parent");
        if (parent == null) {
            return;
        }
        Thread watch = new Thread(
                () -> {
                    ProcessHandle.of(parent).ifPresent(script -> script.onExit().join());
                    System.exit(ExitCode.OK.number());
                },
                "parent");
        watch.setDaemon(true);
        watch.start();
    }

    /** To be stopped by a signal is what the portal is for, and no failure. */
    private static void stop(Platform platform) {
        platform.close();
        Runtime.getRuntime().halt(ExitCode.OK.number());
    }

    private int explain(BundleException failure) {
        if (failure.getType() > EXIT_TYPE) {
            errors.println(failure.getMessage());
            return failure.getType() - EXIT_TYPE;
        }
        errors.println("Callboard can't start: " + failure.getMessage());
        failure.printStackTrace(errors);
        return ExitCode.FAILED.number();
    }

    private Map<String, String> settings(Options options) {
        Map<String, String> settings = new HashMap<>();
        settings.put("callboard.home", home.toString());
        settings.put("callboard.data", data().toString());
        settings.put(
                "callboard.config",
                configs(options).stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator)));
        settings.put("callboard.safe", Boolean.toString(options.extent() == Options.Extent.MANDATORY));
        String exhausted = System.getProperty("callboard.exhausted");
        if (exhausted != null) {
            settings.put("callboard.exhausted", exhausted);
        }
        if (options.port() != null) {
            settings.put("callboard.port", options.port());
        }
        return settings;
    }
}
