package org.callboard.maven;

import java.nio.file.Path;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.callboard.launcher.CommandException;
import org.callboard.launcher.Deployment;
import org.callboard.launcher.Deployment.Order;

/** Builds the plugin and says what installing it in the portal would do. */
@Mojo(name = "plan", threadSafe = true)
@Execute(phase = LifecyclePhase.PACKAGE)
public final class PlanMojo extends PortalMojo {

    @Override
    void run(Deployment deployment, Path jar, Order order) throws CommandException {
        deployment.plan(jar, order);
    }
}
