package org.callboard.core.entity;

import static org.callboard.api.ingest.Field.optional;
import static org.callboard.api.ingest.Field.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.callboard.api.ingest.EntityKind;
import org.callboard.api.ingest.Field;
import org.callboard.api.ingest.Field.Shape;
import org.callboard.api.ingest.RelationRule;
import org.callboard.api.model.Json;

/** What assistants work with: skills, rules and where they come from, and APIs that are MCP servers. */
final class KindsOfAi {

    private static final List<String> VERSIONS = List.of("backstage.io/v1alpha1");

    private KindsOfAi() {}

    /** {@return an API that says where it runs in place of a definition; one with a definition is an API like others} */
    static EntityKind mcpServer(DeclaredKind api) {
        List<Field> fields = new ArrayList<>(api.fields());
        fields.removeIf(field -> field.path().equals("spec.definition"));
        fields.add(required("spec.remotes", Shape.ARRAY));
        return new DeclaredKind(api.kind(), api.apiVersions(), fields, api.relations())
                .covering(ofType("mcp-server")
                        .and(document ->
                                document.text("spec", "definition").orElse("").isEmpty()))
                .with(List.of(
                        Detail.optional("spec.remotes", Form.FILLED_LIST),
                        Detail.optional("spec.remotes.*", Form.OBJECT),
                        Detail.required("spec.remotes.*.type", Form.TEXT),
                        Detail.required("spec.remotes.*.url", Form.TEXT)));
    }

    /** {@return the kind AiResource, once for each type that has fields of its own, and at last for all others} */
    static List<EntityKind> resources(List<RelationRule> relations) {
        return List.of(
                skill(relations),
                rule(relations),
                collection("plugin", "spec.skills", relations),
                collection("marketplace", "spec.plugins", relations),
                resource(List.of(), relations));
    }

    private static EntityKind skill(List<RelationRule> relations) {
        List<Field> own = List.of(
                optional("spec.disciplines", Shape.TEXTS),
                optional("spec.categories", Shape.TEXTS),
                optional("spec.agents", Shape.TEXTS),
                optional("spec.dependsOn", Shape.TEXTS),
                optional("spec.license", Shape.TEXT));
        RelationRule needs = new RelationRule("spec.dependsOn", "AiResource", "dependsOn", "dependencyOf");
        return resource(own, joined(relations, List.of(needs)))
                .covering(ofType("skill"))
                .with(List.of(
                        Detail.optional("spec.allowedTools", Form.TEXT_OR_TEXTS),
                        Detail.optional("spec.compatibility", Form.textUpTo(500))));
    }

    private static EntityKind rule(List<RelationRule> relations) {
        List<Field> own = List.of(
                optional("spec.disciplines", Shape.TEXTS),
                required("spec.category", Shape.TEXT),
                required("spec.rationale", Shape.TEXT));
        return resource(own, relations).covering(ofType("rule"));
    }

    private static EntityKind collection(String type, String members, List<RelationRule> relations) {
        List<Field> own = List.of(required(members, Shape.TEXTS), optional("spec.version", Shape.TEXT));
        RelationRule holds = new RelationRule(members, "AiResource", "hasPart", "partOf");
        return resource(own, joined(relations, List.of(holds))).covering(ofType(type));
    }

    private static DeclaredKind resource(List<Field> own, List<RelationRule> relations) {
        List<Field> shared = List.of(
                required("spec", Shape.OBJECT),
                required("spec.type", Shape.TEXT),
                required("spec.lifecycle", Shape.TEXT),
                required("spec.owner", Shape.TEXT),
                optional("spec.system", Shape.TEXT));
        return new DeclaredKind("AiResource", VERSIONS, joined(shared, own), relations);
    }

    private static Predicate<Json.Obj> ofType(String type) {
        Optional<String> wanted = Optional.of(type);
        return document -> document.text("spec", "type").equals(wanted);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
