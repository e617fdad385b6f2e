package org.callboard.core.leftover;

import java.util.ArrayList;
import java.util.List;
import javax.management.InstanceNotFoundException;
import javax.management.MBeanRegistrationException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.callboard.core.leftover.Leftover.Fate;
import org.callboard.core.leftover.Leftover.Kind;

/** Takes back the management beans that a revision registered. */
final class BeanSearch implements Search {

    @Override
    public List<Leftover> clear(Owner owner) {
        List<Leftover> found = new ArrayList<>();
        // those that somebody has made: to ask for the platform's would make it
        for (MBeanServer server : MBeanServerFactory.findMBeanServer(null)) {
            for (ObjectName name : server.queryNames(null, null)) {
                clear(owner, server, name, found);
            }
        }
        return found;
    }

    private static void clear(Owner owner, MBeanServer server, ObjectName name, List<Leftover> found) {
        try {
            if (owner.has(server.getClassLoaderFor(name))) {
                server.unregisterMBean(name);
                found.add(new Leftover(Kind.MANAGEMENT_BEAN, name.toString(), "", Fate.UNDONE));
            }
        } catch (InstanceNotFoundException gone) {
            // its owner was quicker
        } catch (MBeanRegistrationException refused) {
            found.add(new Leftover(Kind.MANAGEMENT_BEAN, name.toString(), "", Fate.STAYS));
        }
    }
}
