package org.callboard.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Code that ships with the portal, loaded as plain jars, without the framework.
 *
 * @param name what messages call it, at the start of a sentence
 * @param folder where its jars are
 * @param jars their paths from there
 * @param errors takes why it can't be run
 */
record OfflineCode(String name, Path folder, List<String> jars, PrintStream errors) {

    /** Something that the code is asked to do. */
    interface Call<E extends Exception> {

        /** {@return the exit code of the command} */
        @Nullable Object on(ClassLoader code) throws ReflectiveOperationException, E;
    }

    /** {@return the exit code of a call} */
    <E extends Exception> int call(Call<E> call) throws E {
        try (URLClassLoader code = new URLClassLoader(name, urls(), OfflineCode.class.getClassLoader())) {
            return call.on(code) instanceof Integer exit ? exit : ExitCode.FAILED.number();
        } catch (InvocationTargetException failure) {
            errors.println("The command failed: " + failure.getCause() + ". This is a fault of Callboard's own.");
        } catch (ReflectiveOperationException | LinkageError | IOException failure) {
            errors.println(name + " can't be loaded from " + folder + ": " + failure.getMessage() + ".");
        }
        return ExitCode.FAILED.number();
    }

    private URL[] urls() throws MalformedURLException {
        URL[] urls = new URL[jars.size()];
        for (int index = 0; index < urls.length; index++) {
            urls[index] = folder.resolve(jars.get(index)).toUri().toURL();
        }
        return urls;
    }
}
