package org.callboard.launcher;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** Brings a plugin's jar to a portal, for programs that build plugins. */
public final class Deployment {

    private static final String PLUGINS = "/api/plugins";
    private static final String JAR = "application/java-archive";

    private static final String REPORTS = "/api/development/reports";
    private static final int LONGEST_REPORT = 8_000;

    private final PortalClient portal;
    private final Consumer<String> lines;

    /** Whether an earlier version may replace a later one. */
    public enum Order {
        ONLY_FORWARD,
        ALSO_BACK
    }

    /**
     * Speaks to one portal.
     *
     * @param option how whoever reads the messages names another portal
     * @param lines takes what happens, line by line
     */
    public Deployment(String url, String token, String option, Consumer<String> lines) {
        this.portal = new PortalClient(url, new Token(Map.of("CALLBOARD_TOKEN", token), Path.of("")), option);
        this.lines = lines;
    }

    /**
     * Says what an install would do.
     *
     * @throws CommandException where it would be refused, with the reason
     */
    public void plan(Path jar, Order order) throws CommandException {
        planned(jar, order);
    }

    /**
     * Says what the install will do, does that or nothing, and says how it went.
     *
     * @throws CommandException where it was refused, with the reason
     */
    public void deploy(Path jar, Order order) throws CommandException {
        Tree plan = planned(jar, order);
        Tree plugin = send(jar, query(order) + "&plan=" + PortalClient.encoded(plan.text("token")));
        lines.accept(plugin.text("id") + " " + plugin.text("version") + " is " + plugin.text("state") + " at "
                + portal.url());
    }

    /**
     * Opens a preview, which its author alone sees, and says how.
     *
     * @throws CommandException where it was refused, with the reason
     */
    public void preview(Path jar, Order order) throws CommandException {
        PluginPage.preview(send(jar, query(order) + "&preview=true"), portal.url())
                .forEach(lines);
    }

    /**
     * Tells the open pages of a portal in development what stands between the sources of a plugin and the portal.
     *
     * @param problem empty where nothing does any more
     */
    public void report(String plugin, String problem) throws CommandException {
        String text = problem.length() > LONGEST_REPORT ? problem.substring(0, LONGEST_REPORT) : problem;
        portal.post(
                REPORTS,
                "application/json",
                BodyPublishers.ofString(Tree.json(Map.of("plugin", plugin, "problem", text))));
    }

    private Tree planned(Path jar, Order order) throws CommandException {
        Tree plan = send(jar, query(order) + "&dryRun=true");
        if (plan.text("action").equals("refuse")) {
            throw new CommandException(ExitCode.REFUSED, Explanation.of(plan.at("diagnosis"), ""));
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PluginPage.steps(plan).print(new PrintStream(text, true, StandardCharsets.UTF_8));
        text.toString(StandardCharsets.UTF_8).lines().forEach(lines);
        return plan;
    }

    private static String query(Order order) {
        return order == Order.ALSO_BACK ? "?downgrade=allow" : "?downgrade=refuse";
    }

    private Tree send(Path jar, String query) throws CommandException {
        try {
            return portal.post(PLUGINS + query, JAR, BodyPublishers.ofFile(jar)).json();
        } catch (FileNotFoundException gone) {
            throw new CommandException(ExitCode.UNREADABLE, "The file " + jar + " can't be read.");
        }
    }
}
