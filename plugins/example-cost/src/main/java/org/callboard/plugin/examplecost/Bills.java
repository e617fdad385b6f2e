package org.callboard.plugin.examplecost;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.callboard.api.model.EntityRef;
import org.callboard.api.security.Caller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What each service has cost, for whoever may read of it. */
@Component(service = Bills.class)
public final class Bills {

    private static final Figures.Sums NOTHING = new Figures.Sums(BigDecimal.ZERO, BigDecimal.ZERO);

    private final Services services;
    private final Figures figures;

    /** Puts them together from these. */
    @Activate
    public Bills(@Reference Services services, @Reference Figures figures) {
        this.services = services;
        this.figures = figures;
    }

    List<Bill> of(Caller caller) {
        Map<EntityRef, Figures.Sums> sums = figures.sums();
        return services.all(caller).stream()
                .map(service -> Bill.of(service, sums.getOrDefault(service.ref(), NOTHING)))
                .toList();
    }
}
