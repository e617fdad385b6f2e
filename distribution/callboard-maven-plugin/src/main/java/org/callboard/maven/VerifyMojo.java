package org.callboard.maven;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Builds the plugin and says what it needs, adds and asks for, as {@code callboard plugin verify} does with the program of the
 * portal; fails where that portal would refuse it.
 */
@Mojo(name = "verify", threadSafe = true)
@Execute(phase = LifecyclePhase.PACKAGE)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class VerifyMojo extends AbstractMojo {

    /** The portal to fetch the program from. */
    @Parameter(property = "callboard.url", defaultValue = "http://127.0.0.1:7007")
    private String url;

    /** The folder of an unpacked portal, where there is one. */
    @Parameter(property = "callboard.home")
    private @Nullable File home;

    @Parameter(defaultValue = "${user.home}/.callboard/portals", readonly = true)
    private File kept;

    @Parameter(defaultValue = "${executedProject}", readonly = true, required = true)
    private MavenProject project;

    @Override
    public void execute() throws MojoFailureException {
        File jar = project.getArtifact().getFile();
        if (jar == null || !jar.isFile()) {
            throw new MojoFailureException("The project has built no jar, so there is no plugin to verify.");
        }
        Path program = new Program(kept.toPath())
                .find(home == null ? null : home.toPath(), url, System.getenv("CALLBOARD_TOKEN"));
        try {
            if (verify(program, jar.toPath()) != 0) {
                throw new MojoFailureException("The portal would refuse the plugin; why stands above.");
            }
        } catch (IOException failure) {
            throw new MojoFailureException("The program in " + program + " can't be run: " + failure.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new MojoFailureException("Interrupted.", stopped);
        }
    }

    private int verify(Path program, Path jar) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        program.resolve("bin/callboard").toString(), "plugin", "verify", jar.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                getLog().info(line);
            }
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }
}
