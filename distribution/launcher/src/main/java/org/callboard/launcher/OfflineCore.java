package org.callboard.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** Commands that need the core's code and no portal: the core is loaded as plain jars, without the framework. */
final class OfflineCore {

    private final Path bundles;
    private final PrintStream errors;

    OfflineCore(Path home, PrintStream errors) {
        this.bundles = home.resolve("system/bundles");
        this.errors = errors;
    }

    /** {@return the exit code of {@code catalog validate} with these arguments} */
    int validate(List<String> arguments) {
        return run("org.callboard.core.validate.ValidateCommand", arguments);
    }

    /** {@return the exit code of {@code restore}: the portal's home, its data folder, the backup, the configuration} */
    int restore(List<String> arguments) {
        return run("org.callboard.core.backup.RestoreCommand", arguments);
    }

    private int run(String command, List<String> arguments) {
        URL[] jars;
        try {
            jars = new URL[] {jar("core-catalog.jar"), jar("plugin-api.jar")};
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
        try (URLClassLoader core = new URLClassLoader("core", jars, getClass().getClassLoader())) {
            return (int) core.loadClass(command)
                    .getMethod("run", String[].class, InputStream.class, PrintStream.class, PrintStream.class)
                    .invoke(null, arguments.toArray(String[]::new), System.in, System.out, errors);
        } catch (InvocationTargetException failure) {
            errors.println("The command failed: " + failure.getCause() + ". This is a fault of Callboard's own.");
        } catch (ReflectiveOperationException | LinkageError | IOException failure) {
            errors.println("The core can't be loaded from " + bundles + ": " + failure.getMessage() + ".");
        }
        return ExitCode.FAILED.number();
    }

    private URL jar(String name) throws MalformedURLException {
        return bundles.resolve(name).toUri().toURL();
    }
}
