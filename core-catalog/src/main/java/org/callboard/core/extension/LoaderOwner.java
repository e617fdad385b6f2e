package org.callboard.core.extension;

import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleReference;

/** Tells whose a class loader is. */
public final class LoaderOwner {

    private LoaderOwner() {}

    /** {@return the id of the plugin, or null where it is no plugin's} Cheap enough for every line of the log. */
    public static @Nullable String of(@Nullable ClassLoader loader) {
        if (!(loader instanceof BundleReference reference)) {
            return null;
        }
        Bundle bundle = reference.getBundle();
        // the platform's own bundles have dots in their names, which plugins can't
        String name = bundle == null ? null : bundle.getSymbolicName();
        return name == null || name.indexOf('.') >= 0 ? null : name;
    }
}
