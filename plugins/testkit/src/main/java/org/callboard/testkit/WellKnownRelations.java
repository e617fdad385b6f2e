package org.callboard.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.jspecify.annotations.Nullable;

/** The relations that the well-known fields of {@code spec} make, in both directions. */
final class WellKnownRelations {

    /** A field of spec, the kind it means where it names none, and the relations both ways. */
    private record Rule(String field, @Nullable String kind, String relation, String inverse) {}

    private static final List<Rule> RULES = List.of(
            new Rule("owner", "group", "ownedBy", "ownerOf"),
            new Rule("system", "system", "partOf", "hasPart"),
            new Rule("domain", "domain", "partOf", "hasPart"),
            new Rule("subdomainOf", "domain", "partOf", "hasPart"),
            new Rule("subcomponentOf", "component", "partOf", "hasPart"),
            new Rule("providesApis", "api", "providesApi", "apiProvidedBy"),
            new Rule("consumesApis", "api", "consumesApi", "apiConsumedBy"),
            new Rule("dependsOn", null, "dependsOn", "dependencyOf"),
            new Rule("dependencyOf", null, "dependencyOf", "dependsOn"),
            new Rule("parent", "group", "childOf", "parentOf"),
            new Rule("children", "group", "parentOf", "childOf"),
            new Rule("memberOf", "group", "memberOf", "hasMember"),
            new Rule("members", "user", "hasMember", "memberOf"));

    private final Map<String, TreeSet<String>> arrows = new LinkedHashMap<>();

    /** {@return the documents with their relations in place of those they have} */
    static List<Json.Obj> in(Collection<Json.Obj> documents) {
        WellKnownRelations relations = new WellKnownRelations();
        documents.forEach(relations::relate);
        return documents.stream()
                .map(document -> document.with("relations", relations.of(refOf(document))))
                .toList();
    }

    private void relate(Json.Obj document) {
        EntityRef source = refOf(document);
        for (Rule rule : RULES) {
            for (String text : texts(document.object("spec").get(rule.field))) {
                EntityRef target = EntityRef.parse(text, rule.kind, source.namespace());
                arrow(source, rule.relation, target);
                arrow(target, rule.inverse, source);
            }
        }
    }

    private static List<String> texts(@Nullable Json value) {
        if (value instanceof Json.Text text) {
            return List.of(text.value());
        }
        return value instanceof Json.Arr array ? array.texts() : new ArrayList<>();
    }

    private void arrow(EntityRef from, String type, EntityRef to) {
        arrows.computeIfAbsent(from.toString(), ref -> new TreeSet<>()).add(type + " " + to);
    }

    private Json of(EntityRef ref) {
        return new Json.Arr(arrows.getOrDefault(ref.toString(), new TreeSet<>()).stream()
                .map(arrow -> arrow.split(" ", 2))
                .<Json>map(parts -> Json.object()
                        .put("type", parts[0])
                        .put("targetRef", parts[1])
                        .build())
                .toList());
    }

    private static EntityRef refOf(Json.Obj document) {
        return MemoryEntity.refOf(document);
    }
}
