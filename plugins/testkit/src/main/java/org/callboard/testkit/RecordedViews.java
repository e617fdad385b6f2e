package org.callboard.testkit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.callboard.api.model.EntityRef;
import org.callboard.api.ui.Views;

/** Keeps what open pages would have been told. Thread-safe. */
public final class RecordedViews implements Views {

    private final List<Change> changes = new CopyOnWriteArrayList<>();

    /**
     * What was told.
     *
     * @param extension its id; none for all of the plugin's
     * @param entity none for all
     */
    public record Change(Optional<String> extension, Optional<EntityRef> entity) {}

    /** {@return what was told, in order} */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    @Override
    public void changed() {
        changes.add(new Change(Optional.empty(), Optional.empty()));
    }

    @Override
    public void changed(String extension) {
        changes.add(new Change(Optional.of(extension), Optional.empty()));
    }

    @Override
    public void changed(String extension, EntityRef entity) {
        changes.add(new Change(Optional.of(extension), Optional.of(entity)));
    }
}
