package org.callboard.plugin.examplecost;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.callboard.api.cli.CliAnswer;
import org.callboard.api.cli.CliCommand;
import org.callboard.api.cli.CliRequest;
import org.callboard.api.ui.Input;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What services cost, dearest first, for a terminal. */
@Component
public final class CostReport implements CliCommand {

    private final Bills bills;

    /** Makes the command. */
    @Activate
    public CostReport(@Reference Bills bills) {
        this.bills = bills;
    }

    @Override
    public String id() {
        return "report";
    }

    @Override
    public String title() {
        return "What services cost, dearest first";
    }

    @Override
    public List<Input> parameters() {
        return List.of(
                Input.number("top", "How many").between(1, 1000).help("All, unless given."),
                Input.number("fail-above", "An amount").help("End with 1 where a service costs more."));
    }

    @Override
    public CliAnswer run(CliRequest request) {
        List<Bill> dearest = bills.of(request.caller()).stream()
                .sorted(Comparator.comparing(Bill::month).reversed())
                .limit(request.values().number("top").map(BigDecimal::longValue).orElse(Long.MAX_VALUE))
                .toList();
        boolean isTooDear = request.values()
                .number("fail-above")
                .filter(most -> dearest.stream().anyMatch(bill -> bill.month().compareTo(most) > 0))
                .isPresent();
        List<List<String>> rows = dearest.stream()
                .map(bill -> List.of(bill.service().toString(), bill.month().toPlainString()))
                .toList();
        return CliAnswer.table(List.of("SERVICE", "LAST 30 DAYS"), rows).exitCode(isTooDear ? 1 : 0);
    }
}
