package org.callboard.core.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.callboard.api.plugins.Plugins.Terms;
import org.callboard.core.session.PortalCaller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder whose jars are installed: an accepted one is gone afterwards, a refused one stands there with its reason. */
final class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final Path folder;
    private final PluginInstaller installer;

    Inbox(Path folder, PluginInstaller installer) {
        this.folder = folder;
        this.installer = installer;
    }

    void takeAll() {
        for (Path jar : StartUp.jars(folder)) {
            try {
                take(jar);
            } catch (IOException failure) {
                LOG.warn("{} could not be taken from the inbox", jar.getFileName(), failure);
            }
        }
    }

    private void take(Path jar) throws IOException {
        try {
            installer.install(PortalCaller.PORTAL, jar, Terms.USUAL);
            Files.delete(jar);
        } catch (RefusedException refused) {
            Path aside = jar.resolveSibling(jar.getFileName() + ".refused");
            Files.move(jar, aside, StandardCopyOption.REPLACE_EXISTING);
            String reason = refused.diagnosis().summary()
                    + System.lineSeparator()
                    + refused.diagnosis().cause()
                    + System.lineSeparator()
                    + refused.diagnosis().fix()
                    + System.lineSeparator();
            Files.writeString(aside.resolveSibling(aside.getFileName() + ".txt"), reason);
        }
    }
}
