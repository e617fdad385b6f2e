package org.callboard.plugin.catalogapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.callboard.api.catalog.Location;
import org.callboard.api.catalog.Preview;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.problem.SourcePosition;
import org.callboard.testkit.Yaml;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A web of descriptors: what lies beside this class stands for what {@code http://127.0.0.1:7099} serves. */
final class Fixtures {

    private static final String SITE = "http://127.0.0.1:7099/";
    private static final Set<String> KINDS = Set.of("API", "Component", "Location");

    private Fixtures() {}

    /** Reads a place and what it leads to, last found first, as Backstage does. */
    static Preview read(String target) {
        if (!target.matches("https?://127\\.0\\.0\\.1:.+")) {
            throw new PortalException(ProblemKind.BAD_INPUT, "'" + target + "' may not be read.");
        }
        List<Json.Obj> entities = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Deque<Json.Obj> waiting = new ArrayDeque<>();
        waiting.push(annotated(generated(target), target, target));
        while (!waiting.isEmpty()) {
            Json.Obj entity = waiting.pop();
            entities.add(entity);
            for (String place : targets(entity)) {
                documents(place, problems).forEach(document -> {
                    check(document, place).forEach(problems::add);
                    waiting.push(annotated(document, place, target));
                });
            }
        }
        return new Preview(entities, problems);
    }

    /** {@return what is wrong with a document; far from all that might be} */
    static List<Problem> check(Json.Obj document, String target) {
        String kind = document.text("kind").orElse("");
        String name = document.text("metadata", "name").orElse("");
        List<Problem> problems = new ArrayList<>();
        if (!KINDS.contains(kind)) {
            problems.add(problem(target, "unknown-kind", "There is no kind \"" + kind + "\"."));
        }
        if (!name.matches("[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?")) {
            problems.add(problem(target, "name", "\"" + name + "\" is no name."));
        }
        return problems;
    }

    private static Problem problem(String target, String code, String reason) {
        SourcePosition position = SourcePosition.ofFile(target);
        return new Problem(Problem.Level.ERROR, code, null, position, reason, "Write another.");
    }

    private static Json.Obj generated(String target) {
        EntityRef ref = Location.entityRef("url", target);
        return Json.object()
                .put("apiVersion", "backstage.io/v1alpha1")
                .put("kind", "Location")
                .put("metadata", Json.object().put("name", ref.name()).build())
                .put(
                        "spec",
                        Json.object().put("type", "url").put("target", target).build())
                .build();
    }

    private static Json.Obj annotated(Json.Obj document, String place, String origin) {
        Json.Obj annotations = Json.object()
                .put("backstage.io/managed-by-location", "url:" + place)
                .put("backstage.io/managed-by-origin-location", "url:" + origin)
                .put("backstage.io/view-url", place)
                .build();
        return document.with(
                "metadata",
                document.object("metadata")
                        .with("namespace", Json.of("default"))
                        .with("annotations", annotations));
    }

    private static List<String> targets(Json.Obj entity) {
        if (!entity.text("kind").orElse("").equals("Location")) {
            return List.of();
        }
        String here =
                entity.text("metadata", "annotations", "backstage.io/view-url").orElseThrow();
        List<String> targets = new ArrayList<>(entity.array("spec", "targets").texts());
        entity.text("spec", "target").ifPresent(targets::add);
        return targets.stream()
                .map(URI.create(here)::resolve)
                .map(URI::toString)
                .toList();
    }

    private static List<Json.Obj> documents(String target, List<Problem> problems) {
        try {
            return Yaml.documents(text(target)).stream()
                    .map(document -> withTexts(document, target))
                    .toList();
        } catch (PortalException | YamlEngineException failure) {
            problems.add(problem(target, "unreadable", String.valueOf(failure.getMessage())));
            return List.of();
        }
    }

    private static Json.Obj withTexts(Json.Obj document, String target) {
        return document.text("spec", "definition", "$text")
                .map(place -> document.with(
                        "spec",
                        document.object("spec")
                                .with(
                                        "definition",
                                        Json.of(text(URI.create(target)
                                                .resolve(place)
                                                .toString())))))
                .orElse(document);
    }

    private static String text(String target) {
        try (InputStream in = Fixtures.class.getResourceAsStream("fixtures/" + target.replace(SITE, ""))) {
            if (in == null) {
                throw new PortalException(ProblemKind.NOT_FOUND, "There is nothing at " + target + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
