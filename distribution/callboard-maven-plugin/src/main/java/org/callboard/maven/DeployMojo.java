package org.callboard.maven;

import java.nio.file.Path;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.callboard.launcher.CommandException;
import org.callboard.launcher.Deployment;
import org.callboard.launcher.Deployment.Order;

/** Builds the plugin and installs it in the portal; returns when it serves, and fails where it is refused. */
@Mojo(name = "deploy", threadSafe = true)
@Execute(phase = LifecyclePhase.PACKAGE)
public final class DeployMojo extends PortalMojo {

    /** Whether its author alone is to see it there, by a link that is printed. */
    @Parameter(property = "callboard.preview", defaultValue = "false")
    private boolean preview;

    @Override
    void run(Deployment deployment, Path jar, Order order) throws CommandException {
        if (preview) {
            deployment.preview(jar, order);
        } else {
            deployment.deploy(jar, order);
        }
    }
}
