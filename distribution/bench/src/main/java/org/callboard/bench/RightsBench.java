package org.callboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.callboard.core.policy.UnusablePolicyException;

/**
 * What it costs that not everybody may do everything: a portal with a policy of a few hundred rules, to whose entities as many
 * hidden ones come, with names that stand between theirs.
 */
final class RightsBench {

    private static final int TEAM_RULES = 200;
    private static final int DECISIONS = 500;
    private static final String RESTRICTED = "user:default/" + CatalogGenerator.name("user", 0);
    private static final String READER = "user:default/" + CatalogGenerator.name("user", 1);
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    private final Settings settings;
    private final Population population;

    RightsBench(Settings settings) {
        this.settings = settings;
        this.population = Population.of(settings.entities());
    }

    void measure(long seed, Table table)
            throws IOException, InterruptedException, ExecutionException, UnusablePolicyException {
        Path folder = Files.createDirectories(settings.work().resolve("rights"));
        Path catalog = folder.resolve("catalog");
        CatalogGenerator.write(settings.entities(), seed, catalog);
        Path policy = Files.writeString(folder.resolve("policy.yaml"), policy());
        new DecisionBench(population, policy).measure(table);
        String auth = "auth:\n  policy: policy.yaml\n";
        try (Portal portal = Portal.start(settings.home(), folder, catalog + "/*.yaml", auth)) {
            IngestBench.await(portal, settings.entities());
            Samples unfiltered = pages(portal, token(portal, "whole", READER));
            CatalogGenerator.write(hidden(), "hidden", catalog);
            IngestBench.await(portal, 2 * settings.entities());
            Samples filtered = pages(portal, token(portal, "restricted", RESTRICTED));
            table.row(
                    "the same pages with " + settings.entities() + " hidden entities between theirs",
                    compared(unfiltered, filtered),
                    "1.2 times",
                    "");
            decisions(portal, table);
        }
    }

    private List<String> hidden() {
        List<String> documents = new ArrayList<>();
        for (int number = 0; number < settings.entities(); number++) {
            String name = CatalogGenerator.name("component", number % population.components());
            documents.add(new Descriptor("Component", name + "-hidden-" + number / population.components())
                    .line("  labels:")
                    .line("    example.com/hidden: \"true\"")
                    .line("spec:")
                    .field("type", "service")
                    .field("lifecycle", "production")
                    .field(
                            "owner",
                            "\"group:default/" + CatalogGenerator.name("group", number % population.groups()) + "\"")
                    .text());
        }
        return documents;
    }

    /** A page of rules for everybody, one for each team, and one that hides. */
    private String policy() {
        StringBuilder text = new StringBuilder("""
                roles:
                  reader: [portal.use, catalog.entity.read, plugin.read, task.read, catalog.location.read]
                  deployer: [plugin.manage, plugin.inspect, task.run]
                rules:
                  - allow: reader
                    to: everyone
                  - allow: [deployer, catalog.entity.refresh]
                    to: everyone
                    where: {owner: mine}
                  - deny: catalog.entity.read
                    to: %s
                    where: {label: {example.com/hidden: "true"}}
                """.formatted(RESTRICTED));
        for (int rule = 0; rule < TEAM_RULES; rule++) {
            String group = "group:default/" + CatalogGenerator.name("group", rule % population.groups());
            text.append("""
                      - allow: [catalog.entity.refresh, catalog.entity.delete]
                        to: %1$s
                        where: {owner: %1$s, kind: [Component, API], type: [service, library, openapi]}
                    """.formatted(group));
        }
        return text.toString();
    }

    /** Everything that the second run needs has been compiled by the first. */
    private Samples pages(Portal portal, String token) throws IOException, InterruptedException, ExecutionException {
        List<HttpFigure> figures = HttpFigure.all(population);
        List<Call> calls = new ArrayList<>();
        for (int figure : new int[] {0, 1, 6}) {
            calls.addAll(figures.get(figure).calls());
        }
        Load load = load(settings, portal, token, calls);
        Samples unused = load.run(Pace.closedLoop());
        return load.run(Pace.closedLoop());
    }

    private String compared(Samples unfiltered, Samples filtered) {
        if (filtered.failure() != null) {
            return filtered.failure();
        }
        double seconds = StartBench.seconds(settings.measured());
        return String.format(
                Locale.ROOT,
                "%.2f times what they cost without: %.0f/s in place of %.0f/s",
                (double) unfiltered.count() / filtered.count(),
                filtered.count() / seconds,
                unfiltered.count() / seconds);
    }

    /** One request after another, so that none waits for others: a decision takes less than the request around it. */
    private void decisions(Portal portal, Table table) throws IOException, InterruptedException, ExecutionException {
        List<Call> calls = IntStream.range(0, DECISIONS)
                .mapToObj(number -> Call.get("/api/permissions/explain?permission=catalog.entity.refresh"
                        + "&caller=user:default/" + CatalogGenerator.name("user", number % population.users())
                        + "&entity=component:default/"
                        + CatalogGenerator.name("component", number % population.components())))
                .toList();
        Samples samples = load(settings.with(1), portal, portal.token(), calls).run(Pace.closedLoop());
        table.row(
                "a decision by " + TEAM_RULES + " rules, with the request for it",
                samples.failure() == null
                        ? String.format(
                                Locale.ROOT, "p50 %.2f ms, p99 %.2f ms", samples.millis(0.50), samples.millis(0.99))
                        : samples.failure(),
                "p99 1 ms",
                "");
    }

    private static Load load(Settings settings, Portal portal, String token, List<Call> calls) throws IOException {
        return new Load(settings, portal.port(), token, calls);
    }

    private static String token(Portal portal, String name, String owner) throws IOException, InterruptedException {
        String wish = "{\"name\":\"" + name + "\",\"owner\":\"" + owner + "\"}";
        String made = portal.text(new Call("/api/tokens", wish));
        Matcher token = TOKEN.matcher(made);
        if (!token.find()) {
            throw new IOException("There is no token in the answer.");
        }
        return token.group(1);
    }
}
