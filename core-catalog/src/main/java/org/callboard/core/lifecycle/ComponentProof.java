package org.callboard.core.lifecycle;

import java.util.Collection;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.PluginState;
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

    void check(String plugin, Bundle bundle) {
        ServiceReference<ServiceComponentRuntime> reference =
                context.getServiceReference(ServiceComponentRuntime.class);
        ServiceComponentRuntime runtime = context.getService(reference);
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(bundle)) {
            Collection<ComponentConfigurationDTO> made = runtime.getComponentConfigurationDTOs(component);
            for (ComponentConfigurationDTO configuration : made) {
                check(plugin, component, configuration);
            }
        }
    }

    private static void check(
            String plugin, ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        String name = component.implementationClass.substring(component.implementationClass.lastIndexOf('.') + 1);
        switch (configuration.state) {
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> {
                UnsatisfiedReferenceDTO missing = configuration.unsatisfiedReferences[0];
                throw lacks(plugin, name, interfaceOf(component, missing.name));
            }
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                throw refused(
                        plugin,
                        "Its component " + name + " needs a configuration that nobody gave.",
                        "Give the component defaults for all its settings.",
                        PluginState.UNRESOLVED);
            case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                throw refused(
                        plugin,
                        "Its component " + name + " failed when it was made: " + firstLine(configuration.failure) + ".",
                        "Mend the component's constructor or activate method.",
                        PluginState.FAILED);
            default -> {
                // satisfied or active
            }
        }
    }

    private static RefusedException lacks(String plugin, String component, String service) {
        return refused(
                plugin,
                "Its component " + component + " needs the service " + service + ", which nobody offers.",
                "Install the plugin that offers it first, or make the reference optional.",
                PluginState.UNRESOLVED);
    }

    private static RefusedException refused(String plugin, String cause, String fix, PluginState state) {
        return new RefusedException(new Diagnosis("Plugin '" + plugin + "' does not work.", cause, fix), state, null);
    }

    private static String interfaceOf(ComponentDescriptionDTO component, String reference) {
        for (ReferenceDTO declared : component.references) {
            if (declared.name.equals(reference)) {
                return declared.interfaceName;
            }
        }
        return reference;
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }
}
