package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.e2e.Routes.Route;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Machines with tokens for this and that try every route: each lets in who has what it needs, and nobody else. */
class PermissionsJourney {

    private static final Path ROOT = Path.of("../..");
    private static final Path DOOR = ROOT.resolve("core-catalog/src/main/java/org/callboard/core/http");
    private static final Path CATALOG =
            ROOT.resolve("plugins/catalog-api/src/main/java/org/callboard/plugin/catalogapi/CatalogEndpoint.java");

    @AutoClose
    private static PortalProcess portal;

    private static final Map<Set<String>, Client> MACHINES = new HashMap<>();

    @BeforeAll
    static void start(@TempDir Path root) {
        portal = PortalProcess.start(PortalFolder.in(root));
        portal.administrator().install(Plugins.rest("e2e-door", "1.0.0")).expect(201);
    }

    static List<Route> routes() {
        return Routes.all();
    }

    private static Set<String> permissions() {
        Set<String> all = new TreeSet<>();
        routes().forEach(route -> route.ways().forEach(all::addAll));
        return all;
    }

    /** {@return a client whose token is for these alone} */
    private static Client machine(Set<String> permissions) {
        return MACHINES.computeIfAbsent(permissions, wanted -> {
            String names = wanted.stream().map(name -> '"' + name + '"').collect(Collectors.joining(","));
            String wish = "{\"name\":\"m" + MACHINES.size() + "\",\"permissions\":[" + names + "]}";
            Answer made = portal.administrator()
                    .post("/api/tokens", "application/json", PluginJar.bytes(wish))
                    .expect(201);
            String token = made.json().path("token").asText();
            return portal.anyone().with("Authorization", "Bearer " + token);
        });
    }

    @ParameterizedTest
    @MethodSource("routes")
    void letsInWhoHasWhatItNeedsAndNobodyElse(Route route) {
        Set<Set<String>> machines = new HashSet<>(route.ways());
        permissions().forEach(one -> machines.add(Set.of(one)));
        Set<String> needed = route.ways().stream().flatMap(Set::stream).collect(Collectors.toSet());
        for (String lacking : needed) {
            Set<String> others = permissions();
            others.removeAll(route.ways().size() == 1 ? Set.of(lacking) : needed);
            machines.add(others);
        }
        machines.remove(Set.of());
        for (Set<String> permissions : machines) {
            Answer answer = route.ask(machine(permissions));
            if (route.isOpenTo(permissions)) {
                boolean isLetIn = answer.status() != 403 || !answer.message().contains("permission");
                assertTrue(isLetIn && answer.status() < 500, () -> permissions + ": " + answer.text());
            } else {
                String message = answer.expectError(403).message();
                Set<String> missing = new HashSet<>(needed);
                missing.removeAll(permissions);
                assertTrue(missing.stream().anyMatch(message::contains), () -> permissions + ": " + message);
            }
        }
    }

    @Test
    void everyRouteOfTheCatalogIsListed() {
        Matcher operations =
                Pattern.compile("Operation\\.(\\w+)\\(\\s*\"([^\"]+)\"").matcher(read(CATALOG));
        Set<String> declared = operations
                .results()
                .map(found -> found.group(1).toUpperCase(java.util.Locale.ROOT) + " " + found.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = routes().stream()
                .filter(route -> route.path().startsWith("/api/catalog/"))
                .map(route -> route.method() + " " + route.pattern())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(listed, declared);
    }

    /** Every piece of a path that stands in the core's resources is part of a route above. */
    @Test
    void everyRouteOfTheCoreIsListed() throws IOException {
        Pattern piece = Pattern.compile("\"(/[a-z][a-z./-]*|/\\.[a-z0-9/]+)\"");
        Set<String> pieces = new TreeSet<>();
        try (Stream<Path> files = Files.list(DOOR)) {
            for (String source : files.map(PermissionsJourney::read)
                    .filter(text -> text.contains("CoreResource") || text.contains("Resource {"))
                    .toList()) {
                piece.matcher(source).results().map(found -> found.group(1)).forEach(pieces::add);
            }
        }
        assertTrue(pieces.size() > 20, pieces::toString);
        pieces.removeIf(
                found -> routes().stream().anyMatch(route -> route.path().contains(found)));
        assertEquals(Set.of(), pieces);
    }

    @Test
    void everyPluginThatShipsAndAnswersIsListed() throws IOException {
        Set<String> answering = new TreeSet<>();
        try (Stream<Path> plugins = Files.list(ROOT.resolve("plugins"))) {
            for (Path sources : plugins.map(plugin -> plugin.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                answering.addAll(endpoints(sources));
            }
        }
        assertEquals(
                Set.of(
                        "CatalogEndpoint.java",
                        "CliEndpoint.java",
                        "DefinitionEndpoint.java",
                        "DiagramFrame.java",
                        "DocsResource.java",
                        "FeedbackResource.java",
                        "BadgeResource.java",
                        "CsvResource.java",
                        "DryRunResource.java",
                        "EntityScoresResource.java",
                        "FactsResource.java",
                        "GroupsResource.java",
                        "HeatmapResource.java",
                        "HistoryResource.java",
                        "NextResource.java",
                        "SourceResource.java",
                        "StandardsResource.java",
                        "EntityListEndpoint.java",
                        "GraphEndpoint.java",
                        "HelpEndpoint.java",
                        "MineEndpoint.java",
                        "PageEndpoint.java",
                        "RegisterEndpoint.java",
                        "SavedViewsEndpoint.java",
                        "SearchEndpoint.java",
                        "TryEndpoint.java",
                        "ViewsEndpoint.java"),
                answering);
    }

    private static List<String> endpoints(Path sources) throws IOException {
        Pattern endpoint = Pattern.compile("implements [^{]*(HttpEndpoint|RestResource)");
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> endpoint.matcher(read(file)).find())
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
