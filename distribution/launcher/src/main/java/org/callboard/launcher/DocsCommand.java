package org.callboard.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.BindException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private final Path home;
    private final PrintStream out;
    private final PrintStream errors;

    DocsCommand(Path home, PrintStream out, PrintStream errors) {
        this.home = home;
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

    /** Something that the plugin is asked to do. */
    private interface Call {
        @Nullable Object on(ClassLoader docs) throws ReflectiveOperationException, CommandException;
    }

    private int check(String folder) throws CommandException {
        return call(docs -> docs.loadClass(PACKAGE + "CheckCommand")
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
        return call(docs -> {
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

    private int call(Call call) throws CommandException {
        Path system = home.resolve("system");
        try (URLClassLoader docs = new URLClassLoader(
                "docs",
                new URL[] {url(system.resolve("plugins/docs.jar")), url(system.resolve("bundles/plugin-api.jar"))},
                getClass().getClassLoader())) {
            return call.on(docs) instanceof Integer code ? code : ExitCode.FAILED.number();
        } catch (InvocationTargetException failure) {
            errors.println("The command failed: " + failure.getCause() + ". This is a fault of Callboard's own.");
        } catch (ReflectiveOperationException | LinkageError | IOException failure) {
            errors.println("The plugin docs can't be loaded from " + system + ": " + failure.getMessage() + ".");
        }
        return ExitCode.FAILED.number();
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }
}
