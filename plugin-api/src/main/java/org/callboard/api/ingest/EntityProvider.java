package org.callboard.api.ingest;

import java.time.Duration;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.callboard.api.task.Schedule;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Brings entities into the catalog that stand in no descriptor: teams of a directory, services of a cluster. It is a task
 * like others: of the revision that serves, one run at a time.
 */
@ConsumerType
@ExtensionPoint("catalog.provider")
public interface EntityProvider extends Extension {

    /** {@return when its entities are to be provided anew} Asked once for each revision. */
    Schedule schedule();

    /** {@return how long a run may take, a day at most; by default 10 minutes} Asked once for each revision. */
    default Duration limit() {
        return Duration.ofMinutes(10);
    }

    /**
     * Gives all entities that there are. When it returns, they take the place of all that it gave before; when it throws or
     * is cut off, those stay. Runs like {@link org.callboard.api.task.ScheduledTask#run}.
     */
    void provide(Provision provision) throws Exception;
}
