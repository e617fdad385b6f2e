package org.callboard.core.revision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.extension.Extensions;
import org.callboard.api.ui.EntityCard;
import org.callboard.core.extension.ActiveExtension;
import org.callboard.core.extension.PreviewScope;

/**
 * The extensions as a plugin sees them: those that serve; and while it answers a request of somebody who has a preview, what
 * the preview shows in place of what the serving revision shows. Whatever works in the background is never a preview's.
 */
public final class SeenExtensions implements Extensions {

    private static final String SHOWN = EntityCard.class.getPackageName();

    private final ActiveRevisions active;

    /** Sees what serves here. */
    public SeenExtensions(ActiveRevisions active) {
        this.active = active;
    }

    @Override
    public <T extends Extension> List<ExtensionHandle<T>> of(Class<T> point) {
        List<ExtensionHandle<T>> serving = active.of(point);
        PreviewScope scope = PreviewScope.current();
        return scope == null || !point.getPackageName().equals(SHOWN) ? serving : replaced(serving, scope, point);
    }

    private static <T extends Extension> List<ExtensionHandle<T>> replaced(
            List<ExtensionHandle<T>> serving, PreviewScope scope, Class<T> point) {
        List<ExtensionHandle<T>> seen = new ArrayList<>(serving);
        seen.removeIf(handle -> handle.plugin().equals(scope.revision().plugin()));
        for (ActiveExtension<?> extension : scope.extensions()) {
            extension.as(point).ifPresent(seen::add);
        }
        seen.sort(Comparator.<ExtensionHandle<T>, String>comparing(ExtensionHandle::plugin)
                .thenComparing(ExtensionHandle::id));
        return seen;
    }
}
