package org.callboard.core.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.osgi.framework.BundleContext;

/** Entry of the command {@code callboard plugin verify}; the launcher and the Maven plugin find it by its name. */
public final class VerifyCommand {

    private static final int UNREADABLE = 6;
    private static final int REFUSED = 7;

    private VerifyCommand() {}

    /**
     * {@return the exit code: 0 where this version of the portal would take every jar, 6 where one can't be read, 7 where
     * one would be refused or does not fit the plugin API}
     *
     * @param files the jars; what one of them offers to others is there for the rest
     * @param offers a framework with what the portal offers to plugins
     * @param out takes what is found
     * @param errors takes why a jar can't be read
     */
    public static int run(String[] files, BundleContext offers, PrintStream out, PrintStream errors) {
        PluginCheck check = new PluginCheck(offers);
        check.meet(Arrays.stream(files).map(Path::of).filter(Files::isReadable).toList());
        int code = 0;
        for (String file : files) {
            code = Math.max(code, verify(check, file, out, errors));
        }
        out.flush();
        return code;
    }

    private static int verify(PluginCheck check, String file, PrintStream out, PrintStream errors) {
        Path jar = Path.of(file);
        if (!Files.isRegularFile(jar) || !Files.isReadable(jar)) {
            errors.println("The file " + file + " can't be read.");
            return UNREADABLE;
        }
        try {
            PluginCheck.Result result = check.check(jar);
            VerifyReport.print(file, result, out);
            return result.isFine() ? 0 : REFUSED;
        } catch (IOException failure) {
            errors.println("The file " + file + " can't be read: it is damaged, or being written.");
            return UNREADABLE;
        }
    }
}
