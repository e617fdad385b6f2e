package org.callboard.launcher;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.framework.BundleException;

/** {@code start}: runs the portal in the foreground until it is stopped. */
final class StartCommand {

    /** The core says why it does not start by an exception of this type and above; what is over is the exit code. */
    private static final int EXIT_TYPE = 100;

    private final Path home;
    private final Path data;
    private final PrintStream errors;

    StartCommand(Path home, Path data, PrintStream errors) {
        this.home = home;
        this.data = data;
        this.errors = errors;
    }

    int run(Options options) {
        try (Platform platform = Platform.start(home, settings(options))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform), "stop"));
            stopWithParent();
            ClassArchive.makeLater();
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
        settings.put("callboard.data", data.toString());
        settings.put(
                "callboard.config",
                options.configs(home).stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
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
