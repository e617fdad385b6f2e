package org.callboard.core.leftover;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks through the process for what a stopped revision left in it. */
public final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    /** Threads come last: to end them may take a while. */
    private final List<Search> searches = List.of(
            new HookSearch(),
            new DriverSearch(),
            new BeanSearch(),
            new HandlerSearch(),
            new ThreadLocalSearch(),
            new ThreadSearch());

    /**
     * Undoes what a revision left, and waits up to two seconds for its threads to end.
     *
     * @param loader the revision's class loader; the revision was stopped
     * @return what was found, undone or not
     */
    public List<Leftover> clear(ClassLoader loader) {
        Owner owner = new Owner(loader);
        List<Leftover> found = new ArrayList<>();
        for (Search search : searches) {
            try {
                found.addAll(search.clear(owner));
            } catch (RuntimeException | LinkageError failure) {
                // it runs foreign code, such as a driver's; the other searches go on
                LOG.warn("{} came to no end", search.getClass().getSimpleName(), failure);
            }
        }
        return List.copyOf(found);
    }
}
