package org.callboard.plugin.examplecost;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.callboard.api.health.Health;
import org.callboard.api.health.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sees when the figures stop coming. */
@Component
public final class FreshCosts implements HealthCheck {

    private static final int OLDEST_DAYS = 4;

    private final Figures figures;

    /** Looks at these figures. */
    @Activate
    public FreshCosts(@Reference Figures figures) {
        this.figures = figures;
    }

    @Override
    public Health check() {
        Optional<LocalDate> latest = figures.latest();
        LocalDate oldest = LocalDate.now(ZoneOffset.UTC).minusDays(OLDEST_DAYS);
        return latest.filter(day -> day.isBefore(oldest))
                .map(day -> Health.down("The latest costs are of " + day + ": see why the task daily-costs fails."))
                .orElseGet(Health::up);
    }
}
