package org.callboard.core.task;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.callboard.core.extension.ActiveExtension;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.callboard.core.extension.ForeignCall;
import org.callboard.core.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A revision that serves. The way into its code tells it from another start of the same jar.
 *
 * @param owner of the plugin, as its jar names it
 * @param enter begins a run, where it is not being retired
 * @param exit ends one
 */
public record Serving(
        RevisionName name,
        @Nullable String owner,
        ForeignCall entry,
        List<ActiveExtension<?>> extensions,
        BooleanSupplier enter,
        Runnable exit) {

    /** {@return what a revision is for its tasks} */
    public static Serving of(Revision revision) {
        return new Serving(
                revision.name(),
                revision.owner(),
                revision.entry(),
                revision.extensions(),
                revision::enter,
                revision::exit);
    }
}
