package org.callboard.core.leftover;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Made anew below a revision's class loader: the JDK shows a driver only to callers that can load its class. */
public final class DriverRemoval implements Function<ClassLoader, List<String>> {

    /** {@return the classes of the revision's drivers, which are no longer registered} */
    @Override
    public List<String> apply(ClassLoader revision) {
        List<String> removed = new ArrayList<>();
        for (Driver driver : Collections.list(DriverManager.getDrivers())) {
            if (driver.getClass().getClassLoader() == revision) {
                try {
                    DriverManager.deregisterDriver(driver);
                    removed.add(driver.getClass().getName());
                } catch (SQLException failure) {
                    throw new IllegalStateException(failure);
                }
            }
        }
        return removed;
    }
}
