package org.callboard.core.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.process.LocationTarget;
import org.callboard.core.process.LocationTarget.Presence;

/** The locations that a file led to, as a column holds them. */
final class ChildrenCodec {

    private static final String OPTIONAL = "optional";
    private static final byte[] NONE = {'[', ']'};

    private final JsonCodec codec;

    ChildrenCodec(JsonCodec codec) {
        this.codec = codec;
    }

    byte[] encode(Collection<LocationTarget> children) {
        return children.isEmpty()
                ? NONE
                : codec.encode(new Json.Arr(
                        children.stream().<Json>map(ChildrenCodec::encode).toList()));
    }

    private static Json encode(LocationTarget child) {
        Set<String> kinds = child.allowedKinds();
        return Json.object()
                .put("type", child.type())
                .put("target", child.target())
                .put("origin", child.origin())
                .put("kinds", kinds == null ? null : Json.ofTexts(List.copyOf(new TreeSet<>(kinds))))
                .put("presence", child.presence() == Presence.OPTIONAL ? OPTIONAL : null)
                .put("parent", child.parent() == null ? null : child.parent().toString())
                .put("place", child.place() == null ? null : encode(child.place()))
                .build();
    }

    private static Json encode(SourcePosition place) {
        return Json.object()
                .put("target", place.target())
                .put("line", place.line())
                .put("column", place.column())
                .build();
    }

    List<LocationTarget> decode(byte[] bytes) {
        if (bytes.length <= NONE.length || !(codec.decode(bytes) instanceof Json.Arr children)) {
            return List.of();
        }
        return children.items().stream()
                .filter(Json.Obj.class::isInstance)
                .map(child -> decode((Json.Obj) child))
                .toList();
    }

    private static LocationTarget decode(Json.Obj child) {
        return new LocationTarget(
                child.text("type").orElse(""),
                child.text("target").orElse(""),
                child.text("origin").orElse(""),
                child.get("kinds") instanceof Json.Arr kinds ? Set.copyOf(kinds.texts()) : null,
                child.text("presence").orElse("").equals(OPTIONAL) ? Presence.OPTIONAL : Presence.REQUIRED,
                child.text("parent").map(EntityRef::parse).orElse(null),
                child.get("place") instanceof Json.Obj place ? place(place) : null);
    }

    private static SourcePosition place(Json.Obj place) {
        return new SourcePosition(place.text("target").orElse(""), number(place, "line"), number(place, "column"));
    }

    private static int number(Json.Obj object, String field) {
        return object.get(field) instanceof Json.Num number ? number.value().intValue() : 0;
    }
}
