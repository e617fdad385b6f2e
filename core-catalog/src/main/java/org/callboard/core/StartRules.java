package org.callboard.core;

import java.nio.file.Path;
import java.time.Instant;
import org.callboard.core.config.ConfigException;
import org.callboard.core.config.PortalConfig;
import org.callboard.core.edge.CertificateFiles;
import org.callboard.core.edge.ServerCertificate;
import org.callboard.core.edge.UnfitCertificateException;
import org.callboard.core.lifecycle.StartOrder;
import org.callboard.core.web.ReadingRules;
import org.osgi.framework.BundleContext;

/** What has to be right before a portal opens anything, and what it starts then. */
final class StartRules {

    private StartRules() {}

    /** {@return which plugins start, and how} */
    static StartOrder order(BundleContext context, PortalConfig config) {
        boolean isSafe = Boolean.parseBoolean(context.getProperty("callboard.safe"));
        return new StartOrder(
                Path.of(context.getProperty("callboard.home")).resolve("system/plugins"),
                config.plugins().inbox(),
                config.plugins().declared(),
                new ReadingRules(config.reading()),
                config.plugins().startTries(),
                isSafe ? StartOrder.Extent.MANDATORY : StartOrder.Extent.ALL);
    }

    /**
     * {@return a configuration that a portal can be started with}
     *
     * @throws ConfigException where it is none
     */
    static PortalConfig checked(PortalConfig config) {
        if (!config.isLoopback() && config.baseUrl() == null && config.edge().signIn() == null) {
            throw new ConfigException("server.host is '" + config.host()
                    + "', where others than this machine can reach the portal, and nothing says by what address they do and"
                    + " how they sign in: set server.baseUrl and a way to sign in, or server.host to 127.0.0.1.");
        }
        CertificateFiles files = config.edge().certificate();
        try {
            if (files != null) {
                ServerCertificate unused = ServerCertificate.read(files, Instant.now());
            }
            return config;
        } catch (UnfitCertificateException unfit) {
            throw new ConfigException(String.valueOf(unfit.getMessage()));
        }
    }
}
