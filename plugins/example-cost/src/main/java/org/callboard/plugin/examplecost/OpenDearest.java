package org.callboard.plugin.examplecost;

import java.util.Comparator;
import java.util.List;
import org.callboard.api.security.Caller;
import org.callboard.api.ui.Command;
import org.callboard.api.ui.CommandPlace;
import org.callboard.api.ui.Form;
import org.callboard.api.ui.Icon;
import org.callboard.api.ui.Outcome;
import org.callboard.api.ui.ViewRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leads to the service that costs most. */
@Component
public final class OpenDearest implements Command {

    private final Bills bills;

    /** Makes the command. */
    @Activate
    public OpenDearest(@Reference Bills bills) {
        this.bills = bills;
    }

    @Override
    public String title() {
        return "Open the dearest service";
    }

    @Override
    public CommandPlace place() {
        return CommandPlace.EVERYWHERE.icon(Icon.COINS).keywords("cost", "most expensive");
    }

    @Override
    public Form form(ViewRequest request) {
        return Form.of("dearest", "Open", values -> open(request.caller()));
    }

    private Outcome open(Caller caller) {
        List<Bill> all = bills.of(caller);
        return all.stream()
                .max(Comparator.comparing(Bill::month))
                .map(bill -> Outcome.done(bill.title() + " costs most.").goTo(bill.page()))
                .orElseGet(() -> Outcome.failed("There is no service yet."));
    }
}
