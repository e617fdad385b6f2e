package org.callboard.plugin.scorecards.standard;

import java.util.List;
import org.callboard.api.ingest.EntityKind;
import org.callboard.api.ingest.Field;
import org.callboard.api.ingest.Field.Shape;
import org.callboard.api.ingest.RelationRule;
import org.osgi.service.component.annotations.Component;

/** Standards are entities: read, watched, owned and shown like all others. */
@Component
public final class StandardKind implements EntityKind {

    @Override
    public String kind() {
        return Standard.KIND;
    }

    @Override
    public List<String> apiVersions() {
        return List.of(Standard.API_VERSION);
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.required("spec.owner", Shape.TEXT),
                Field.required("spec.applies", Shape.OBJECT),
                Field.required("spec.checks", Shape.ARRAY),
                Field.optional("spec.tracks", Shape.ARRAY),
                Field.optional("spec.exemptions", Shape.ARRAY));
    }

    @Override
    public List<RelationRule> relations() {
        return List.of(new RelationRule("spec.owner", "group", "ownedBy", "ownerOf"));
    }
}
