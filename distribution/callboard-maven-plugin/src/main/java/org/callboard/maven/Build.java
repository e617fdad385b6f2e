package org.callboard.maven;

import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/**
 * Makes the project's jar again and again within one run of Maven: the same steps as {@code mvn package}, without its tests,
 * and without starting anew each time.
 */
final class Build {

    private static final Set<String> TESTING = Set.of("testResources", "testCompile", "test", "bnd-process-tests");

    private final MavenSession session;
    private final BuildPluginManager plugins;
    private final List<MojoExecution> steps;

    private Build(MavenSession session, BuildPluginManager plugins, List<MojoExecution> steps) {
        this.session = session;
        this.plugins = plugins;
        this.steps = steps;
    }

    static Build of(MavenSession session, LifecycleExecutor lifecycle, BuildPluginManager plugins)
            throws MojoExecutionException {
        try {
            List<MojoExecution> steps =
                    lifecycle.calculateExecutionPlan(session, "package").getMojoExecutions().stream()
                            .filter(step -> !TESTING.contains(step.getGoal()))
                            .toList();
            return new Build(session, plugins, steps);
        } catch (Exception failure) { // Maven declares a dozen of them
            throw new MojoExecutionException(
                    "The steps of mvn package can't be found: " + failure.getMessage(), failure);
        }
    }

    /** Makes the jar; what is wrong with the sources is a failure. */
    void run() throws MojoFailureException, MojoExecutionException {
        MavenProject project = session.getCurrentProject();
        // the jar plugin takes a second jar for a mistake
        project.getArtifact().setFile(null);
        for (MojoExecution step : steps) {
            try {
                plugins.executeMojo(session, step);
            } catch (MojoFailureException | MojoExecutionException failure) {
                throw failure;
            } catch (Exception failure) { // Maven declares a dozen of them
                throw new MojoExecutionException(step.getGoal() + " failed: " + failure.getMessage(), failure);
            }
        }
    }
}
