package org.callboard.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.callboard.launcher.Options.UsageException;
import org.jspecify.annotations.Nullable;

/** {@code callboard docs check} and {@code docs preview}: the code of the plugin that shows documentation, with no portal. */
final class DocsCommand {

    private static final String PACKAGE = "org.callboard.plugin.docs.offline.";
    private static final String PORT = "7008";
    private static final int HIGHEST = 65_535;

    private final OfflineCode plugin;
    private final PrintStream out;
    private final PrintStream errors;

    DocsCommand(Path home, PrintStream out, PrintStream errors) {
        this.plugin = new OfflineCode(
                "The plugin docs",
                home.resolve("system"),
                List.of("plugins/docs.jar", "bundles/plugin-api.jar"),
                errors);
        this.out = out;
        this.errors = errors;
    }

    int run(Words words) throws UsageException, CommandException {
        return switch (words.command()) {
            case "docs check" -> check(words.taking().one("FOLDER"));
            case "docs preview" -> preview(words.taking("--port"));
            default -> throw new UsageException("There is no command '" + words.command() + "'.");
        };
    }

    private int check(String folder) {
        return plugin.call(docs -> docs.loadClass(PACKAGE + "CheckCommand")
                .getMethod("run", String.class, PrintStream.class, PrintStream.class)
                .invoke(null, folder, out, errors));
    }

    private int preview(Words words) throws UsageException, CommandException {
        String folder = words.one("FOLDER");
        int port = Integer.parseInt(words.number("--port", PORT));
        if (port > HIGHEST) {
            throw new UsageException("'" + port + "' is no port: it is a number from 0 to " + HIGHEST + ".");
        }
        if (!Files.isDirectory(Path.of(folder))) {
            throw new CommandException(
                    ExitCode.UNREADABLE,
                    "There is no folder " + folder + ". Name the one with mkdocs.yml, or with Markdown.");
        }
        return plugin.call(docs -> {
            serve(pages(docs, folder), port);
            return ExitCode.OK.number();
        });
    }

    @SuppressWarnings("unchecked")
    private static Function<String, Map.@Nullable Entry<String, byte[]>> pages(ClassLoader docs, String folder)
            throws ReflectiveOperationException {
        return (Function<String, Map.@Nullable Entry<String, byte[]>>)
                docs.loadClass(PACKAGE + "Preview").getConstructor(String.class).newInstance(folder);
    }

    /** Serves until the process is told to end. */
    private void serve(Function<String, Map.@Nullable Entry<String, byte[]>> pages, int port) throws CommandException {
        try (PreviewServer server = PreviewServer.start(pages, port)) {
            out.println("The documentation is at " + server.address() + " and is drawn again when a file is saved.");
            out.println("Ctrl-C ends this.");
            out.flush();
            new CountDownLatch(1).await();
        } catch (BindException taken) {
            throw new CommandException(
                    ExitCode.PORT, "Port " + port + " is taken by another process: choose another with --port.");
        } catch (IOException failure) {
            throw new CommandException(ExitCode.FAILED, "The pages can't be served: " + failure.getMessage() + ".");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
