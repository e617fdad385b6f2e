package org.callboard.core.leftover;

import java.util.List;
import java.util.function.Function;
import org.callboard.core.leftover.Leftover.Fate;
import org.callboard.core.leftover.Leftover.Kind;

/** Takes back the JDBC drivers that a revision registered. */
final class DriverSearch implements Search {

    @Override
    @SuppressWarnings("unchecked")
    public List<Leftover> clear(Owner owner) {
        Object removal = new OutsideLoader(owner.loader(), DriverRemoval.class).make();
        return ((Function<ClassLoader, List<String>>) removal)
                .apply(owner.loader()).stream()
                        .map(driver -> new Leftover(Kind.DRIVER, driver, "", Fate.UNDONE))
                        .toList();
    }
}
