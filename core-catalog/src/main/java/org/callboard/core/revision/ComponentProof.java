package org.callboard.core.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.PluginState;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.wiring.Offers;
import org.callboard.core.wiring.PluginPackages;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Proves that every component of a started bundle has what it needs, or says what one lacks. */
final class ComponentProof {

    private final BundleContext context;

    ComponentProof(BundleContext context) {
        this.context = context;
    }

    /** A component that waits for a service. */
    private record Waiting(String name, String service, List<String> offers) {}

    void check(String plugin, Bundle bundle) {
        ServiceReference<ServiceComponentRuntime> reference =
                context.getServiceReference(ServiceComponentRuntime.class);
        ServiceComponentRuntime runtime = context.getService(reference);
        Map<String, Waiting> waiting = new TreeMap<>();
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(bundle)) {
            for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(component)) {
                checkMade(plugin, component, configuration);
                if (configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
                    UnsatisfiedReferenceDTO missing = configuration.unsatisfiedReferences[0];
                    String service = interfaceOf(component, missing.name);
                    waiting.put(
                            component.name,
                            new Waiting(nameOf(component), service, List.of(component.serviceInterfaces)));
                }
            }
        }
        if (!waiting.isEmpty()) {
            throw lacks(plugin, List.copyOf(waiting.values()));
        }
    }

    private static void checkMade(
            String plugin, ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        if (configuration.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION) {
            throw refused(
                    plugin,
                    "Its component " + nameOf(component) + " needs a configuration that nobody gave.",
                    "Give the component defaults for all its settings.",
                    PluginState.UNRESOLVED);
        }
        if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
            Thrown.Meaning meaning =
                    Thrown.ofTrace(configuration.failure).meaning("Its component " + nameOf(component));
            throw refused(plugin, meaning.cause(), meaning.fix(), PluginState.FAILED);
        }
    }

    /** Follows the plugin's own components from one that waits to the one that the others wait for. */
    private RefusedException lacks(String plugin, List<Waiting> waiting) {
        List<Waiting> chain = new ArrayList<>();
        Waiting last = waiting.get(0);
        while (last != null && !chain.contains(last)) {
            chain.add(last);
            last = offering(last.service(), waiting);
        }
        if (last == null) {
            return missing(plugin, chain.get(chain.size() - 1));
        }
        List<Waiting> circle = chain.subList(chain.indexOf(last), chain.size());
        return refused(
                plugin,
                circle.size() == 1
                        ? "Its component " + last.name() + " waits for itself: it offers " + last.service()
                                + " and needs it."
                        : "Its components " + circle.stream().map(Waiting::name).collect(Collectors.joining(" and "))
                                + " wait for each other.",
                "Make one of these references optional and dynamic, or make one component of them.",
                PluginState.FAILED);
    }

    private static @Nullable Waiting offering(String service, List<Waiting> waiting) {
        return waiting.stream()
                .filter(candidate -> candidate.offers().contains(service))
                .findFirst()
                .orElse(null);
    }

    private RefusedException missing(String plugin, Waiting component) {
        String needs = "Its component " + component.name() + " needs the service " + component.service();
        String home =
                component.service().substring(0, Math.max(0, component.service().lastIndexOf('.')));
        List<Offers.Offer> homes = new Offers(context).of(home);
        if (PluginPackages.isOfAPlugin(home) && !homes.isEmpty()) {
            String other = homes.get(0).by();
            return refused(
                    plugin,
                    needs + ": " + other + " has the interface, and offers no such service.",
                    "Install a version of that plugin that offers it, or make the reference optional.",
                    PluginState.UNRESOLVED);
        }
        String fix = home.startsWith("org.callboard.api.")
                ? "Only some types of the plugin API are services: see the plugin guide."
                : "Install the plugin that offers it first, or make the reference optional.";
        return refused(plugin, needs + ", which nobody offers.", fix, PluginState.UNRESOLVED);
    }

    private static RefusedException refused(String plugin, String cause, String fix, PluginState state) {
        return new RefusedException(new Diagnosis("Plugin '" + plugin + "' does not work.", cause, fix), state, null);
    }

    private static String nameOf(ComponentDescriptionDTO component) {
        return component.implementationClass.substring(component.implementationClass.lastIndexOf('.') + 1);
    }

    private static String interfaceOf(ComponentDescriptionDTO component, String reference) {
        for (ReferenceDTO declared : component.references) {
            if (declared.name.equals(reference)) {
                return declared.interfaceName;
            }
        }
        return reference;
    }
}
