package org.callboard.core.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.callboard.api.model.Json;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.process.LocationTarget;

/** The locations that a file led to, as a column holds them. */
final class ChildrenCodec {

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
                child.get("kinds") instanceof Json.Arr kinds ? Set.copyOf(kinds.texts()) : null);
    }
}
