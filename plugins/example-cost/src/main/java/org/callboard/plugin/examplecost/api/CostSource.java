package org.callboard.plugin.examplecost.api;

import java.time.LocalDate;
import java.util.List;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.callboard.api.model.EntityRef;

/**
 * Knows what services cost, from a cloud's bill for example. Sources are asked in the order of their plugins' ids, and the first
 * that knows a service is believed.
 */
@ExtensionPoint("example-cost.source")
public interface CostSource extends Extension {

    /**
     * {@return what a service cost each day, nothing where this source does not know it} Called once a day for each service, on
     * a thread of the portal's; what is thrown ends that run of the task, and the figures stay as they were.
     *
     * @param last the last day that is wanted
     * @param days how many days up to it are wanted
     */
    List<Figure> read(EntityRef service, LocalDate last, int days);
}
