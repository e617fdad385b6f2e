package org.callboard.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** Commands that need the core's code and no portal. */
final class OfflineCore {

    private final Path bundles;
    private final PrintStream out;
    private final PrintStream errors;
    private final OfflineCode core;

    OfflineCore(Path home, PrintStream out, PrintStream errors) {
        this.bundles = home.resolve("system/bundles");
        this.out = out;
        this.errors = errors;
        this.core = new OfflineCode("The core", bundles, List.of("core-catalog.jar", "plugin-api.jar"), errors);
    }

    /** {@return the exit code of {@code catalog validate} with these arguments} */
    int validate(List<String> arguments) {
        return run("org.callboard.core.validate.ValidateCommand", arguments);
    }

    /** {@return the exit code of {@code policy check} with these arguments} */
    int checkPolicy(List<String> arguments) {
        return run("org.callboard.core.policy.PolicyCheckCommand", arguments);
    }

    /** {@return the exit code of {@code restore}: the portal's home, its data folder, the backup, the configuration} */
    int restore(List<String> arguments) {
        return run("org.callboard.core.backup.RestoreCommand", arguments);
    }

    /** {@return the exit code of {@code plugin verify} with these jars} */
    int verify(List<String> jars) {
        return compare("org.callboard.core.verify.VerifyCommand", jars);
    }

    /**
     * {@return the exit code of {@code plugin verify} for all plugins of a portal} The arguments: the folder of the plugins that
     * ship, the one with the portal's plugins, and the backup where they come from one.
     */
    int verifyInstalled(List<String> arguments) {
        return compare("org.callboard.core.verify.UpgradeCommand", arguments);
    }

    private int compare(String command, List<String> arguments) {
        try (Platform platform = Platform.wire(bundles)) {
            return core.call(code -> code.loadClass(command)
                    .getMethod("run", String[].class, BundleContext.class, PrintStream.class, PrintStream.class)
                    .invoke(null, arguments.toArray(String[]::new), platform.context(), out, errors));
        } catch (BundleException | IOException failure) {
            errors.println("The portal's bundles can't be read from " + bundles + ": " + failure.getMessage() + ".");
            return ExitCode.FAILED.number();
        }
    }

    private int run(String command, List<String> arguments) {
        return core.call(code -> code.loadClass(command)
                .getMethod("run", String[].class, InputStream.class, PrintStream.class, PrintStream.class)
                .invoke(null, arguments.toArray(String[]::new), System.in, out, errors));
    }
}
