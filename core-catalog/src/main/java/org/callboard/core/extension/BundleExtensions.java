package org.callboard.core.extension;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.callboard.api.extension.Extension;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Reads the extensions that a bundle's components have published. */
public final class BundleExtensions {

    private final BundleContext context;

    /** Reads with the portal's own context. */
    public BundleExtensions(BundleContext context) {
        this.context = context;
    }

    /** {@return the bundle's extensions at this moment, by point and id} Making a component runs the plugin's code. */
    public List<ActiveExtension<?>> of(Bundle bundle, RevisionName revision, ForeignCall entry) {
        List<ActiveExtension<?>> extensions = new ArrayList<>();
        ServiceReference<?>[] references = bundle.getRegisteredServices();
        for (ServiceReference<?> reference : references == null ? new ServiceReference<?>[0] : references) {
            if (offersApi(reference)
                    && entry.call(() -> context.getService(reference)) instanceof Extension extension) {
                extensions.addAll(ActiveExtension.of(revision, extension, entry));
            }
        }
        extensions.sort(Comparator.<ActiveExtension<?>, String>comparing(ActiveExtension::pointName)
                .thenComparing(ActiveExtension::id));
        return extensions;
    }

    private static boolean offersApi(ServiceReference<?> reference) {
        for (String name : (String[]) reference.getProperty("objectClass")) {
            if (Points.isOffered(name)) {
                return true;
            }
        }
        return false;
    }
}
