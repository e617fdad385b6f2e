package org.callboard.core.wiring;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** Which plugins use classes of another: they can't outlive the revision that they were wired to. */
public final class Dependants {

    private Dependants() {}

    /** {@return the ids of the plugins that are wired to a revision of the plugin, at first hand or through others} */
    public static Set<String> of(String plugin, BundleContext context) {
        Set<String> found = new TreeSet<>();
        for (Bundle bundle : context.getBundles()) {
            if (Offers.isPlugin(bundle) && plugin.equals(bundle.getSymbolicName())) {
                found.addAll(of(bundle));
            }
        }
        return found;
    }

    /** {@return the ids of the plugins that are wired to this revision, at first hand or through others} */
    public static Set<String> of(Bundle revision) {
        Set<Bundle> seen = new HashSet<>(Set.of(revision));
        Deque<Bundle> open = new ArrayDeque<>(seen);
        Set<String> found = new TreeSet<>();
        while (!open.isEmpty()) {
            BundleWiring wiring = open.remove().adapt(BundleWiring.class);
            if (wiring == null) {
                continue;
            }
            for (BundleWire wire : wiring.getProvidedWires(null)) {
                Bundle user = wire.getRequirer().getBundle();
                if (seen.add(user)) {
                    open.add(user);
                    found.add(user.getSymbolicName());
                }
            }
        }
        found.remove(revision.getSymbolicName());
        return found;
    }

    /** {@return whether one revision is wired to another at first hand} */
    public static boolean uses(Bundle user, Bundle provider) {
        BundleWiring wiring = user.adapt(BundleWiring.class);
        return wiring != null
                && wiring.getRequiredWires(null).stream()
                        .anyMatch(wire -> wire.getProvider().getBundle().equals(provider));
    }
}
