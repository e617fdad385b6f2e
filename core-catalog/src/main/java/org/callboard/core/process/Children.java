package org.callboard.core.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.entity.Findings;
import org.callboard.core.entity.Locator;
import org.callboard.core.entity.Texts;
import org.callboard.core.process.LocationTarget.Presence;
import org.callboard.core.read.Resource;
import org.callboard.core.read.UnreadableException;

/** What a Location entity points at. */
final class Children {

    private static final int MOST = 1_000;
    private static final String CODE = "location-not-readable";
    private static final Set<String> TYPES = Set.of(Resource.FILE, Resource.URL);

    private final LocationTarget source;
    private final SourceInputs inputs;

    Children(LocationTarget source, SourceInputs inputs) {
        this.source = source;
        this.inputs = inputs;
    }

    private record Named(String target, List<String> path) {}

    /** {@return the targets that may be followed; of the others their owner hears} */
    List<LocationTarget> of(EntityRef ref, Json.Obj entity, Locator locator, Findings findings) {
        String type = entity.text("spec", "type").orElse(source.type());
        if (!TYPES.contains(type)) {
            unknownType(type, findings);
            return List.of();
        }
        List<Named> all = named(entity);
        if (all.size() > MOST) {
            tooMany(all.size(), findings);
            return List.of();
        }
        List<LocationTarget> children = new ArrayList<>();
        for (Named named : all) {
            try {
                children.add(child(ref, entity, resource(named, entity), locator.value(named.path())));
            } catch (UnreadableException e) {
                String reason = "The target can't be read: " + e.problem().reason();
                findings.warning(CODE, named.path(), reason, e.problem().fix());
            }
        }
        return children;
    }

    private static void unknownType(String type, Findings findings) {
        findings.warning(
                CODE,
                List.of("spec", "type"),
                "Locations of type " + Texts.quote(type) + " can't be read; known are file and url.",
                "Write type: file or type: url, or take the Location out.");
    }

    private static List<Named> named(Json.Obj entity) {
        List<Named> all = new ArrayList<>();
        entity.text("spec", "target").ifPresent(target -> all.add(new Named(target, List.of("spec", "target"))));
        List<String> targets = entity.array("spec", "targets").texts();
        for (int i = 0; i < targets.size(); i++) {
            all.add(new Named(targets.get(i), List.of("spec", "targets", Integer.toString(i))));
        }
        return all;
    }

    private static void tooMany(int count, Findings findings) {
        findings.error(
                "too-many",
                List.of("spec", "targets"),
                Json.Null.NULL,
                "The Location names " + count + " targets; it may name at most " + MOST + ".",
                "Use a pattern such as ./services/**/catalog-info.yaml.");
    }

    private Resource resource(Named named, Json.Obj entity) throws UnreadableException {
        Resource resource = inputs.resolve(named.target());
        String type = entity.text("spec", "type").orElse(resource.type());
        if (!type.equals(resource.type())) {
            throw new UnreadableException(
                    CODE,
                    Texts.quote(named.target()) + " is a " + resource.type() + ", and the Location's type is " + type
                            + ".",
                    "Write type: " + resource.type() + ", or leave the type out.");
        }
        return resource;
    }

    private LocationTarget child(EntityRef parent, Json.Obj entity, Resource resource, SourcePosition place) {
        boolean optional = entity.text("spec", "presence").orElse("").equals("optional");
        return new LocationTarget(
                resource.type(),
                resource.target(),
                source.origin(),
                source.allowedKinds(),
                optional ? Presence.OPTIONAL : Presence.REQUIRED,
                parent,
                place);
    }
}
