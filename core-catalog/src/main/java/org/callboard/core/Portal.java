package org.callboard.core;

import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.callboard.api.problem.PortalException;
import org.callboard.core.config.ConfigException;
import org.callboard.core.config.ConfigReader;
import org.callboard.core.config.PortalConfig;
import org.callboard.core.config.SecretSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops the portal with its bundle; where it can't start, says so in a sentence for the operator. */
public final class Portal implements BundleActivator {

    /** What {@link BundleException#getType} is above where the message is for the operator; see the launcher's exit codes. */
    private static final int EXIT_TYPE = 100;

    private static final int EXIT_CONFIGURATION = 3;
    private static final int EXIT_PORT = 4;
    private static final int EXIT_STORAGE = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Portal.class);

    private @Nullable RunningPortal running;

    @Override
    public void start(BundleContext context) throws BundleException {
        try {
            running = new RunningPortal(context, StartRules.checked(configuration(context)));
            running.open();
        } catch (ConfigException wrong) {
            stop(context);
            throw exit(EXIT_CONFIGURATION, wrong.getMessage(), wrong);
        } catch (IOException | RuntimeException failure) {
            stop(context);
            throw asExit(failure);
        }
    }

    static PortalConfig configuration(BundleContext context) {
        return configuration(context, SecretSource.NONE);
    }

    static PortalConfig configuration(BundleContext context, SecretSource secrets) {
        Path home = Path.of(context.getProperty("callboard.home"));
        return new ConfigReader(home, Path.of(context.getProperty("callboard.data")), System::getenv, secrets)
                .read(configurationFiles(context), context.getProperty("callboard.port"));
    }

    static List<Path> configurationFiles(BundleContext context) {
        return Arrays.stream(context.getProperty("callboard.config").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    @Override
    public void stop(BundleContext context) {
        if (running != null) {
            running.close();
        }
    }

    private static BundleException asExit(Exception failure) {
        if (failure instanceof BindException || failure.getCause() instanceof BindException) {
            return exit(
                    EXIT_PORT,
                    "The port is taken by another process: choose another with --port or server.port.",
                    failure);
        }
        LOG.debug("The portal can't start", failure);
        String advice = failure instanceof PortalException known && known.hint() != null ? " " + known.hint() : "";
        return exit(EXIT_STORAGE, "The portal can't start: " + failure.getMessage() + advice, failure);
    }

    private static BundleException exit(int code, @Nullable String message, Exception cause) {
        return new BundleException(String.valueOf(message), EXIT_TYPE + code, cause);
    }
}
