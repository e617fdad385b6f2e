package org.callboard.core.entity;

import java.util.List;
import java.util.Locale;
import org.callboard.api.ingest.EntityKind;
import org.callboard.api.ingest.Field;
import org.callboard.api.ingest.RelationRule;

/** A kind as data. */
record DeclaredKind(String kind, List<String> apiVersions, List<Field> fields, List<RelationRule> relations)
        implements EntityKind {

    DeclaredKind {
        apiVersions = List.copyOf(apiVersions);
        fields = List.copyOf(fields);
        relations = List.copyOf(relations);
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
