package org.callboard.core.entity;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.callboard.api.ingest.EntityKind;
import org.callboard.api.ingest.Field;
import org.callboard.api.ingest.RelationRule;
import org.callboard.api.model.Json;

/**
 * A kind as data.
 *
 * @param covers which of the kind's documents it is for: one kind may have different fields by its type
 * @param details what the fields can't say
 */
record DeclaredKind(
        String kind,
        List<String> apiVersions,
        Predicate<Json.Obj> covers,
        List<Field> fields,
        List<Detail> details,
        List<RelationRule> relations)
        implements EntityKind {

    DeclaredKind {
        apiVersions = List.copyOf(apiVersions);
        fields = List.copyOf(fields);
        details = List.copyOf(details);
        relations = List.copyOf(relations);
    }

    DeclaredKind(String kind, List<String> apiVersions, List<Field> fields, List<RelationRule> relations) {
        this(kind, apiVersions, document -> true, fields, List.of(), relations);
    }

    /** {@return this kind with these details and no others} */
    DeclaredKind with(List<Detail> own) {
        return new DeclaredKind(kind, apiVersions, covers, fields, own, relations);
    }

    /** {@return this kind for these documents alone} */
    DeclaredKind covering(Predicate<Json.Obj> documents) {
        return new DeclaredKind(kind, apiVersions, documents, fields, details, relations);
    }

    @Override
    public String id() {
        return kind.toLowerCase(Locale.ROOT);
    }

    @Override
    public String title() {
        return kind;
    }
}
