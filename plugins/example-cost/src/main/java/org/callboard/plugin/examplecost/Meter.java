package org.callboard.plugin.examplecost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.callboard.api.model.EntityRef;
import org.callboard.plugin.examplecost.api.Figure;

/**
 * Makes up what a service cost, always the same on the same day. A plugin in earnest asks the bill of its cloud here, with a
 * {@code WebClient}.
 */
final class Meter {

    private static final double WEEKEND = 0.6;

    private Meter() {}

    /** {@return the figures of so many days, the last of which is this} */
    static List<Figure> read(EntityRef service, LocalDate lastDay, int days) {
        return IntStream.range(0, days)
                .mapToObj(day -> lastDay.minusDays(days - 1L - day))
                .map(day -> new Figure(day, amount(service, day)))
                .toList();
    }

    private static BigDecimal amount(EntityRef service, LocalDate day) {
        double usual = 5 + new Random(service.toString().hashCode()).nextInt(60);
        double turn = 0.9 + new Random(service.toString().hashCode() + day.toEpochDay()).nextDouble() / 5;
        double load = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? WEEKEND : 1;
        return BigDecimal.valueOf(usual * turn * load).setScale(2, RoundingMode.HALF_UP);
    }
}
