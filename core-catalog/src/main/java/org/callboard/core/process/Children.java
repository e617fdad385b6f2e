package org.callboard.core.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.callboard.api.model.Json;
import org.callboard.core.entity.Findings;
import org.callboard.core.entity.Texts;
import org.callboard.core.process.NearbyFiles.Lead;

/** What a Location entity points at. */
final class Children {

    private static final int MOST = 1_000;
    private static final String CODE = "location-not-readable";
    private static final Set<String> TYPES = Set.of("file", "url");

    private final LocationTarget source;
    private final NearbyFiles nearby;

    Children(LocationTarget source, NearbyFiles nearby) {
        this.source = source;
        this.nearby = nearby;
    }

    /** {@return the targets that may be followed; of the others their owner hears} */
    List<LocationTarget> of(Json.Obj entity, Findings findings) {
        String type = entity.text("spec", "type").orElse(source.type());
        if (!TYPES.contains(type)) {
            findings.warning(
                    CODE,
                    List.of("spec", "type"),
                    "Locations of type " + Texts.quote(type) + " can't be read; known are file and url.",
                    "Write type: file, or take the Location out.");
            return List.of();
        }
        List<LocationTarget> children = new ArrayList<>();
        entity.text("spec", "target")
                .ifPresent(target -> follow(target, List.of("spec", "target"), children, findings));
        List<String> targets = entity.array("spec", "targets").texts();
        if (targets.size() > MOST) {
            tooMany(targets.size(), findings);
            return List.of();
        }
        for (int i = 0; i < targets.size(); i++) {
            follow(targets.get(i), List.of("spec", "targets", Integer.toString(i)), children, findings);
        }
        return children;
    }

    private static void tooMany(int count, Findings findings) {
        findings.error(
                "too-many",
                List.of("spec", "targets"),
                Json.Null.NULL,
                "spec.targets has " + count + " entries; a Location may have at most " + MOST + ".",
                "Use a pattern such as ./services/**/catalog-info.yaml.");
    }

    private void follow(String target, List<String> path, List<LocationTarget> children, Findings findings) {
        Lead lead = nearby.follow(target);
        if (lead.path().isEmpty()) {
            findings.warning(CODE, path, "The target can't be read: " + lead.reason(), lead.fix());
        }
        lead.path()
                .map(file -> new LocationTarget("file", file.toString(), source.origin(), source.allowedKinds()))
                .ifPresent(children::add);
    }
}
