package org.callboard.core.wiring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWiring;

/** What the portal and its plugins offer to plugins at this moment. */
public final class Offers {

    private final BundleContext context;

    public Offers(BundleContext context) {
        this.context = context;
    }

    /** A package in a version, and the bundle that offers it. */
    public record Offer(Version version, Bundle bundle) {

        /** {@return who it is, as people say it} */
        public String by() {
            return isPlugin(bundle) ? "plugin '" + bundle.getSymbolicName() + "' " + bundle.getVersion() : "the portal";
        }
    }

    public static boolean isPlugin(Bundle bundle) {
        return BundleSlots.isTaken(bundle);
    }

    /** {@return the offers of a package that a plugin may use, the latest version first} */
    public List<Offer> of(String name) {
        return packages(name).stream()
                .filter(offer -> !isKept(offer))
                .map(offer -> new Offer(version(offer), offer.getRevision().getBundle()))
                .sorted(Comparator.comparing(Offer::version).reversed())
                .toList();
    }

    /** {@return whether the portal has the package for itself alone} */
    boolean isKept(String name) {
        return packages(name).stream().anyMatch(Offers::isKept);
    }

    /** {@return the bundles of the installed plugins} */
    List<Bundle> plugins() {
        return Arrays.stream(context.getBundles()).filter(Offers::isPlugin).toList();
    }

    /** {@return the plugins that use packages of this one} */
    Set<String> dependants(String plugin) {
        return Dependants.of(plugin, context);
    }

    /** {@return the attributes of all that is offered in a namespace} */
    List<Map<String, Object>> capabilities(String namespace) {
        return all(namespace).stream().map(BundleCapability::getAttributes).toList();
    }

    private List<BundleCapability> packages(String name) {
        return all(PackageNamespace.PACKAGE_NAMESPACE).stream()
                .filter(offer -> name.equals(offer.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)))
                .toList();
    }

    private List<BundleCapability> all(String namespace) {
        List<BundleCapability> found = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            if (wiring != null) {
                found.addAll(wiring.getCapabilities(namespace));
            }
        }
        return found;
    }

    private static boolean isKept(BundleCapability offer) {
        return offer.getDirectives().containsKey(PackageNamespace.CAPABILITY_MANDATORY_DIRECTIVE);
    }

    private static Version version(BundleCapability offer) {
        return offer.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE) instanceof Version version
                ? version
                : Version.emptyVersion;
    }
}
