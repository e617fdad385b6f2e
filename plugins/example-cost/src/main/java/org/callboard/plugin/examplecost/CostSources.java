package org.callboard.plugin.examplecost;

import java.time.LocalDate;
import java.util.List;
import org.callboard.api.extension.Extensions;
import org.callboard.api.model.EntityRef;
import org.callboard.plugin.examplecost.api.CostSource;
import org.callboard.plugin.examplecost.api.Figure;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What other plugins know of costs; what none knows is made up. */
@Component(service = CostSources.class)
public final class CostSources {

    private final Extensions extensions;

    /** Asks these plugins. */
    @Activate
    public CostSources(@Reference Extensions extensions) {
        this.extensions = extensions;
    }

    List<Figure> read(EntityRef service, LocalDate last, int days) {
        return extensions.of(CostSource.class).stream()
                .map(source -> source.<List<Figure>>call(known -> List.copyOf(known.read(service, last, days))))
                .filter(figures -> !figures.isEmpty())
                .findFirst()
                .orElseGet(() -> Meter.read(service, last, days));
    }
}
