package org.callboard.core.extension;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.jspecify.annotations.Nullable;

/** Finds out of which extension points a class makes extensions: no list of them is kept anywhere. */
public final class Points {

    private static final String PORTAL = "org.callboard.api.";
    private static final String PLUGIN = "org.callboard.plugin.";

    private Points() {}

    /** {@return whether an interface of this name may be an extension point: one of the plugin API or of a plugin's own} */
    static boolean isOffered(String interfaceName) {
        return interfaceName.startsWith(PORTAL) || isOfAPlugin(interfaceName);
    }

    /** {@return whether an interface of this name is of an API that a plugin offers} */
    public static boolean isOfAPlugin(String interfaceName) {
        return interfaceName.startsWith(PLUGIN) && interfaceName.contains(".api.");
    }

    /** {@return the points of an interface of the plugin API, none where there is no such} */
    public static List<Class<Extension>> of(String interfaceName) {
        try {
            return of(Class.forName(interfaceName, false, Extension.class.getClassLoader()));
        } catch (ClassNotFoundException unknown) {
            return List.of();
        }
    }

    static List<Class<Extension>> of(Class<?> type) {
        Set<Class<Extension>> found = new LinkedHashSet<>();
        collect(type, found);
        return List.copyOf(found);
    }

    @SuppressWarnings("unchecked")
    private static void collect(@Nullable Class<?> type, Set<Class<Extension>> found) {
        if (type == null) {
            return;
        }
        if (type.isInterface()
                && type.isAnnotationPresent(ExtensionPoint.class)
                && Extension.class.isAssignableFrom(type)) {
            found.add((Class<Extension>) type);
        }
        for (Class<?> parent : type.getInterfaces()) {
            collect(parent, found);
        }
        collect(type.getSuperclass(), found);
    }
}
