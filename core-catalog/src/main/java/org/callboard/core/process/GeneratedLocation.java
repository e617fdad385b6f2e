package org.callboard.core.process;

import java.util.List;
import org.callboard.api.catalog.Location;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.entity.ReservedAnnotations;
import org.callboard.core.process.SourceResult.Readability;

/** The Location entity that stands for a configured or registered location, and is the parent of what that leads to. */
public final class GeneratedLocation {

    /** The type of the sources that declare such entities; no descriptor can name it. */
    public static final String TYPE = "location";

    private static final String VIEW_URL = "backstage.io/view-url";

    private GeneratedLocation() {}

    /** {@return what stands for a location: one entity, which leads to it} */
    public static SourceResult of(LocationTarget location) {
        EntityRef ref = Location.entityRef(location.type(), location.target());
        Json.Obj document = document(location, ref);
        SourcePosition position = SourcePosition.ofFile(location.target());
        ProcessedEntity entity = ProcessedEntity.of(ref, document, List.of(), position);
        LocationTarget source = new LocationTarget(TYPE, location.reference(), location.origin(), null);
        return new SourceResult(
                source, Readability.COMPLETE, List.of(entity), List.of(location.of(ref)), List.of(), List.of());
    }

    private static Json.Obj document(LocationTarget location, EntityRef ref) {
        Json.Builder annotations = Json.object()
                .put(ReservedAnnotations.LOCATION, location.reference())
                .put(ReservedAnnotations.ORIGIN, location.origin());
        if (location.type().equals("url")) {
            annotations.put(VIEW_URL, location.target());
        }
        return Json.object()
                .put(
                        "metadata",
                        Json.object()
                                .put("namespace", ref.namespace())
                                .put("annotations", annotations.build())
                                .put("name", ref.name())
                                .build())
                .put("apiVersion", "backstage.io/v1alpha1")
                .put("kind", "Location")
                .put(
                        "spec",
                        Json.object()
                                .put("type", location.type())
                                .put("target", location.target())
                                .build())
                .build();
    }
}
