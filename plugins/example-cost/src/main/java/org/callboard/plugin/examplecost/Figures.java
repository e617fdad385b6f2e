package org.callboard.plugin.examplecost;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.model.EntityRef;
import org.callboard.api.storage.Rows;
import org.callboard.api.storage.Tables;
import org.callboard.plugin.examplecost.api.Figure;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What services cost each day, in the plugin's table. */
@Component(service = Figures.class)
public final class Figures {

    private final Tables tables;

    /** Keeps them in these tables. */
    @Activate
    public Figures(@Reference Tables tables) {
        this.tables = tables;
    }

    /** The figures of a service, added up. */
    record Sums(BigDecimal month, BigDecimal all) {}

    /** {@return those of a service, oldest first} */
    List<Figure> of(EntityRef service) {
        return tables.query(
                "select spent_on, amount from cost where service = ? order by spent_on",
                row -> new Figure(row.getObject("spent_on", LocalDate.class), row.getBigDecimal("amount")),
                service.toString());
    }

    /** {@return those of all services, added up; a month ends with the last day that has any} */
    Map<EntityRef, Sums> sums() {
        return latest().map(this::sums).orElse(Map.of());
    }

    private Map<EntityRef, Sums> sums(LocalDate lastDay) {
        Map<EntityRef, Sums> sums = new HashMap<>();
        tables.query(
                        "select service, sum(case when spent_on > ? then amount else 0 end) as recent, sum(amount) as total"
                                + " from cost group by service",
                        row -> Map.entry(
                                EntityRef.parse(row.getString("service")),
                                new Sums(row.getBigDecimal("recent"), row.getBigDecimal("total"))),
                        lastDay.minusDays(Bill.DAYS_OF_A_MONTH))
                .forEach(sum -> sums.put(sum.getKey(), sum.getValue()));
        return sums;
    }

    /** {@return the last day that any service has a figure of} */
    Optional<LocalDate> latest() {
        return tables.query(
                        "select max(spent_on) as latest from cost",
                        row -> Optional.ofNullable(row.getDate("latest")).map(Date::toLocalDate))
                .get(0);
    }

    /** Puts the figures of a service in the place of those it has, all or none. */
    void replace(EntityRef service, List<Figure> figures) {
        tables.write(connection -> {
            int changed = Rows.update(connection, "delete from cost where service = ?", service.toString());
            for (Figure figure : figures) {
                changed += Rows.update(
                        connection,
                        "insert into cost (service, spent_on, amount) values (?, ?, ?)",
                        service.toString(),
                        figure.day(),
                        figure.amount());
            }
            return changed;
        });
    }

    /** Drops the figures of services that are gone: those without any on this day. */
    void dropWithout(LocalDate day) {
        tables.update("delete from cost where service not in (select service from cost where spent_on = ?)", day);
    }
}
