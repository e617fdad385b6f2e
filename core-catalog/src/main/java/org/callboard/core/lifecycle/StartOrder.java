package org.callboard.core.lifecycle;

import java.nio.file.Path;
import java.util.List;
import org.callboard.core.config.DeclaredPlugin;
import org.callboard.core.config.StartTries;
import org.callboard.core.web.ReadingRules;

/**
 * What is started with the portal.
 *
 * @param shipped the folder of the plugins that ship with it
 * @param inbox the folder whose jars are installed while it runs
 * @param declared the plugins that its configuration decides about
 * @param reading where their jars may come from
 * @param tries how often a plugin is tried
 */
public record StartOrder(
        Path shipped,
        Path inbox,
        List<DeclaredPlugin> declared,
        ReadingRules reading,
        StartTries tries,
        Extent extent) {

    /** Copies the list. */
    public StartOrder {
        declared = List.copyOf(declared);
    }

    /** How much is started. */
    public enum Extent {
        /** Everything. */
        ALL,
        /** What the portal can't do without; the inbox and the declared plugins wait too. */
        MANDATORY
    }
}
