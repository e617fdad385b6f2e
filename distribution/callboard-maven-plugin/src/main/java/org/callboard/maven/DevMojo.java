package org.callboard.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.callboard.launcher.CommandException;
import org.callboard.launcher.Deployment;
import org.callboard.launcher.Deployment.Order;
import org.jspecify.annotations.Nullable;

/**
 * Runs a portal with this plugin in it, and brings each saved change there, until it is stopped. What is wrong is said here
 * and in the open page, and the last good revision goes on serving.
 */
@Mojo(name = "dev", requiresDependencyResolution = ResolutionScope.TEST)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class DevMojo extends AbstractMojo {

    private static final long PAUSE_NANOS = 100_000_000;

    /** The portal to fetch the program from, where none was fetched before. */
    @Parameter(property = "callboard.url", defaultValue = "http://127.0.0.1:7007")
    private String url;

    /** The folder of an unpacked portal, where there is one. */
    @Parameter(property = "callboard.home")
    private @Nullable File home;

    /** The port of the author's own portal; 0 for any that is free. */
    @Parameter(property = "callboard.port", defaultValue = "7117")
    private int port;

    /** A port for a debugger to attach to; 0 for none. */
    @Parameter(property = "callboard.debug", defaultValue = "0")
    private int debug;

    /** Configuration over the portal's own, where the file is there. */
    @Parameter(property = "callboard.config", defaultValue = "${project.basedir}/callboard.yaml")
    private File config;

    @Parameter(defaultValue = "${user.home}/.callboard/portals", readonly = true)
    private File kept;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Inject
    private LifecycleExecutor lifecycle;

    @Inject
    private BuildPluginManager plugins;

    @Override
    public void execute() throws MojoFailureException, MojoExecutionException {
        Path program = new Program(kept.toPath())
                .find(home == null ? null : home.toPath(), url, System.getenv("CALLBOARD_TOKEN"));
        Path folder = project.getBasedir().toPath().resolve("target/portal");
        try (OwnPortal portal = OwnPortal.start(
                new OwnPortal.Start(program, folder, config.toPath(), port, debug), line -> getLog().info(line))) {
            String address = portal.address();
            Deployment deployment = new Deployment(address, portal.token(), "-Dcallboard.port", getLog()::info);
            watch(portal, deployment, Build.of(session, lifecycle, plugins));
        } catch (IOException failure) {
            throw new MojoFailureException("The portal can't be started: " + failure.getMessage(), failure);
        }
    }

    private void watch(OwnPortal portal, Deployment deployment, Build build) {
        Path base = project.getBasedir().toPath();
        Sources sources = new Sources(List.of(base.resolve("src/main"), config.toPath()));
        Sources pom = new Sources(List.of(base.resolve("pom.xml")));
        bring(deployment, build);
        while (portal.isAlive() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(PAUSE_NANOS);
            if (pom.haveChanged()) {
                getLog().warn("pom.xml has changed: stop with Ctrl-C and start again for it to count.");
            }
            if (sources.haveChanged()) {
                bring(deployment, build);
            }
        }
    }

    private void bring(Deployment deployment, Build build) {
        long start = System.nanoTime();
        try {
            build.run();
            deployment.deploy(project.getArtifact().getFile().toPath(), Order.ALSO_BACK);
            deployment.report(project.getArtifactId(), "");
            getLog().info("Saved to live in " + (System.nanoTime() - start) / 1_000_000 + " ms.");
        } catch (MojoFailureException | MojoExecutionException failure) {
            String details = failure.getLongMessage();
            refused(deployment, details == null || details.isBlank() ? String.valueOf(failure.getMessage()) : details);
        } catch (CommandException failure) {
            refused(deployment, String.valueOf(failure.getMessage()));
        }
    }

    private void refused(Deployment deployment, String problem) {
        getLog().error(problem);
        try {
            deployment.report(project.getArtifactId(), problem);
        } catch (CommandException unheard) {
            getLog().warn("The open page can't be told: " + unheard.getMessage());
        }
    }
}
