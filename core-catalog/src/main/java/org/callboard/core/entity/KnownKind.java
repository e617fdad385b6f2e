package org.callboard.core.entity;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.callboard.api.ingest.EntityKind;
import org.callboard.api.ingest.Field;
import org.callboard.api.ingest.RelationRule;
import org.callboard.api.model.Json;
import org.jspecify.annotations.Nullable;

/** A kind as the check asks for it: every extension method called once, every path split once. */
public record KnownKind(
        String kind,
        List<String> apiVersions,
        Predicate<Json.Obj> covers,
        List<KnownField> fields,
        List<Detail> details,
        List<KnownReference> references) {

    boolean covers(String apiVersion, Json.Obj document) {
        return apiVersions.contains(apiVersion) && covers.test(document);
    }

    /**
     * A field.
     *
     * @param covered whether a field that must be there holds it: where that one is missing, saying so is enough
     */
    record KnownField(List<String> path, Field.Shape shape, Field.Need need, boolean covered) {}

    /** A field of references. */
    public record KnownReference(
            List<String> path, @Nullable String defaultKind, String type, String inverse) {}

    static KnownKind of(EntityKind kind) {
        List<Field> fields = kind.fields();
        Set<String> required = fields.stream()
                .filter(field -> field.need() == Field.Need.REQUIRED)
                .map(Field::path)
                .collect(Collectors.toUnmodifiableSet());
        return new KnownKind(
                kind.kind(),
                List.copyOf(kind.apiVersions()),
                kind instanceof DeclaredKind declared ? declared.covers() : document -> true,
                fields.stream().map(field -> knownField(field, required)).toList(),
                kind instanceof DeclaredKind declared ? declared.details() : List.of(),
                kind.relations().stream().map(KnownKind::knownReference).toList());
    }

    private static KnownField knownField(Field field, Set<String> required) {
        List<String> path = split(field.path());
        boolean covered = false;
        for (int i = 1; i < path.size(); i++) {
            covered |= required.contains(String.join(".", path.subList(0, i)));
        }
        return new KnownField(path, field.shape(), field.need(), covered);
    }

    private static KnownReference knownReference(RelationRule rule) {
        return new KnownReference(split(rule.path()), rule.defaultKind(), rule.type(), rule.inverse());
    }

    private static List<String> split(String path) {
        return List.of(path.split("\\.", -1));
    }
}
