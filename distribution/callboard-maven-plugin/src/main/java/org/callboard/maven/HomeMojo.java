package org.callboard.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Finds the portal that integration tests run, and puts its folder into the property {@code callboard.home}. Does nothing
 * where the project has no such tests.
 */
@Mojo(name = "home", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class HomeMojo extends AbstractMojo {

    private static final String HOME = "callboard.home";

    /** The portal to fetch the program from. */
    @Parameter(property = "callboard.url", defaultValue = "http://127.0.0.1:7007")
    private String url;

    /** The folder of an unpacked portal, where there is one. */
    @Parameter(property = HOME)
    private @Nullable File home;

    @Parameter(defaultValue = "${user.home}/.callboard/portals", readonly = true)
    private File kept;

    @Parameter(defaultValue = "${project.build.testOutputDirectory}", readonly = true)
    private File tests;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Override
    public void execute() throws MojoFailureException {
        if (hasTests()) {
            Path program = new Program(kept.toPath())
                    .find(home == null ? null : home.toPath(), url, System.getenv("CALLBOARD_TOKEN"));
            project.getProperties().setProperty(HOME, program.toString());
        }
    }

    private boolean hasTests() throws MojoFailureException {
        if (!tests.isDirectory()) {
            return false;
        }
        try (Stream<Path> classes = Files.walk(tests.toPath())) {
            return classes.anyMatch(file -> file.toString().endsWith("IT.class"));
        } catch (IOException failure) {
            throw new MojoFailureException("The tests in " + tests + " can't be listed.", failure);
        }
    }
}
