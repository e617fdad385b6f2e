package org.callboard.plugin.examplecost;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.ui.Status;
import org.callboard.plugin.examplecost.api.Figure;

/**
 * What a service has cost.
 *
 * @param service the service
 * @param title what people call it
 * @param month in the last 30 days
 * @param total in all days that are kept
 */
record Bill(EntityRef service, String title, BigDecimal month, BigDecimal total) {

    static final int DAYS_OF_A_MONTH = 30;

    static Bill of(Entity service, Figures.Sums sums) {
        return new Bill(service.ref(), service.title(), sums.month(), sums.all());
    }

    static Bill of(Entity service, List<Figure> figures) {
        int month = Math.max(0, figures.size() - DAYS_OF_A_MONTH);
        return new Bill(service.ref(), service.title(), sum(figures.subList(month, figures.size())), sum(figures));
    }

    private static BigDecimal sum(List<Figure> figures) {
        return figures.stream().map(Figure::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** {@return how it stands to a budget} */
    Status status(Optional<BigDecimal> budget) {
        return budget.map(most -> month.compareTo(most) > 0 ? Status.ERROR : Status.OK)
                .orElse(Status.UNKNOWN);
    }

    /** {@return the path of the page about it} */
    String page() {
        return "/example-cost/services/" + service.namespace() + "/" + service.name();
    }
}
