package org.callboard.core.revision;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.callboard.core.wiring.BundleSlots;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;

/**
 * Keeps what the components of a preview offer from other plugins, which would use it beside what the serving revision
 * offers. The framework asks this only while there is a preview.
 */
final class UnseenServices implements FindHook, EventListenerHook {

    private final BundleContext context;
    private final Set<Bundle> unseen = ConcurrentHashMap.newKeySet();
    private @Nullable ServiceRegistration<?> registration;

    UnseenServices(BundleContext context) {
        this.context = context;
    }

    /** Hides what a bundle that is about to be started will offer. */
    synchronized void hide(Bundle bundle) {
        unseen.add(bundle);
        if (registration == null) {
            String[] hooks = {FindHook.class.getName(), EventListenerHook.class.getName()};
            registration = context.registerService(hooks, this, null);
        }
    }

    /** The bundle, whether or not it was hidden, has been stopped. */
    synchronized void forget(Bundle bundle) {
        if (unseen.remove(bundle) && unseen.isEmpty() && registration != null) {
            registration.unregister();
            registration = null;
        }
    }

    @Override
    public void find(
            BundleContext asking,
            String name,
            String filter,
            boolean allServices,
            Collection<ServiceReference<?>> references) {
        references.removeIf(reference -> isHidden(reference, asking));
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        listeners.keySet().removeIf(listening -> isHidden(event.getServiceReference(), listening));
    }

    private boolean isHidden(ServiceReference<?> reference, BundleContext asking) {
        Bundle offering = reference.getBundle();
        return offering != null
                && unseen.contains(offering)
                && !offering.equals(asking.getBundle())
                && BundleSlots.isSlot(asking.getBundle());
    }
}
