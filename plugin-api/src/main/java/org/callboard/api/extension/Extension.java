package org.callboard.api.extension;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What every extension has. A plugin offers one by a Declarative Services component that implements the interface of an
 * {@link ExtensionPoint}; nothing else needs to be registered. Extensions are called from many threads at once.
 */
@ConsumerType
public interface Extension {

    /**
     * {@return a name that is unique among the plugin's extensions of this point: lower-case letters, digits and
     * hyphens} By default it is made of the class name: {@code CostCard} gives {@code cost-card}.
     */
    default String id() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(java.util.Locale.ROOT);
    }

    /** {@return what people call it; by default the id} */
    default String title() {
        return id();
    }
}
