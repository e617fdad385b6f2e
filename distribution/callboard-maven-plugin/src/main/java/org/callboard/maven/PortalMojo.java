package org.callboard.maven;

import java.io.File;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.callboard.launcher.CommandException;
import org.callboard.launcher.Deployment;
import org.callboard.launcher.Deployment.Order;
import org.jspecify.annotations.Nullable;

/** A goal that brings the project's jar to a portal. */
@SuppressWarnings("NullAway.Init") // Maven sets the fields
abstract class PortalMojo extends AbstractMojo {

    private static final String TOKEN = "CALLBOARD_TOKEN";

    /** The portal. */
    @Parameter(property = "callboard.url", defaultValue = "http://127.0.0.1:7007")
    private String url;

    /** The server of Maven's settings whose password is the token, where CALLBOARD_TOKEN is not set. */
    @Parameter(property = "callboard.server", defaultValue = "callboard")
    private String server;

    /** Whether a version may go back to an earlier one, such as from 1.0.0-SNAPSHOT to 1.0.0. */
    @Parameter(property = "callboard.allowDowngrade", defaultValue = "false")
    private boolean allowDowngrade;

    @Parameter(defaultValue = "${executedProject}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${settings}", readonly = true, required = true)
    private Settings settings;

    @Inject
    private SettingsDecrypter decrypter;

    /** What the goal does with the jar. */
    abstract void run(Deployment deployment, Path jar, Order order) throws CommandException;

    @Override
    public final void execute() throws MojoFailureException {
        File jar = project.getArtifact().getFile();
        if (jar == null || !jar.isFile()) {
            throw new MojoFailureException("The project has built no jar, so there is no plugin to bring to a portal.");
        }
        Deployment deployment = new Deployment(url, token(), "-Dcallboard.url", getLog()::info);
        try {
            run(deployment, jar.toPath(), allowDowngrade ? Order.ALSO_BACK : Order.ONLY_FORWARD);
        } catch (CommandException failure) {
            throw new MojoFailureException(failure.getMessage());
        }
    }

    private String token() throws MojoFailureException {
        String given = System.getenv(TOKEN);
        String token = given == null || given.isBlank() ? password() : given;
        if (token == null || token.isBlank()) {
            throw new MojoFailureException("There is no token for the portal at " + url + ": set " + TOKEN
                    + ", or give the server '" + server + "' in Maven's settings.xml the token as its password.");
        }
        return token.strip();
    }

    private @Nullable String password() {
        Server known = settings.getServer(server);
        return known == null
                ? null
                : decrypter
                        .decrypt(new DefaultSettingsDecryptionRequest(known))
                        .getServer()
                        .getPassword();
    }
}
