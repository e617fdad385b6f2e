package org.callboard.core.process;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.callboard.api.ingest.EntityKind;
import org.callboard.core.entity.BuiltInKinds;
import org.callboard.core.entity.KindCheck;

/** The check for the built-in kinds and those that plugins teach now; put together again only when these change. */
final class CurrentKinds {

    private record Prepared(List<EntityKind> taught, KindCheck check) {}

    private final Supplier<List<EntityKind>> taught;
    private volatile Prepared prepared = prepare(List.of());

    CurrentKinds(Supplier<List<EntityKind>> taught) {
        this.taught = taught;
    }

    KindCheck check() {
        List<EntityKind> now = taught.get();
        Prepared current = prepared;
        if (!current.taught().equals(now)) {
            current = prepare(List.copyOf(now));
            prepared = current;
        }
        return current.check();
    }

    private static Prepared prepare(List<EntityKind> taught) {
        List<EntityKind> all = new ArrayList<>(BuiltInKinds.all());
        all.addAll(taught);
        return new Prepared(taught, new KindCheck(all));
    }
}
