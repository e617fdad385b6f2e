package org.callboard.plugin.examplecost;

import java.util.List;
import org.callboard.api.config.PluginConfiguration;
import org.callboard.api.config.Setting;
import org.callboard.api.model.EntityRef;

/**
 * What an operator sets; nothing of it has to be.
 *
 * @param currency of ISO 4217
 * @param daysKept how many days have figures
 * @param accounts who pays
 */
@PluginConfiguration
public record CostConfig(
        @Setting(value = "The currency of all amounts", fallback = "EUR")
        String currency,

        @Setting(value = "For how many days figures are kept", fallback = "90")
        int daysKept,

        @Setting(value = "The cost accounts that are shown in the catalog", fallback = "")
        List<Account> accounts) {

    /**
     * A cost account.
     *
     * @param name as in the catalog
     * @param owner the team that answers for it
     */
    public record Account(
            @Setting("Its name in the catalog") String name,
            @Setting("The team that answers for it") EntityRef owner) {}

    /** Refuses what can't be shown: a chart has 400 steps at most. */
    public CostConfig {
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("currency must be three capital letters, as ISO 4217 has them.");
        }
        if (daysKept < Bill.DAYS_OF_A_MONTH || daysKept > 400) {
            throw new IllegalArgumentException("daysKept must be from " + Bill.DAYS_OF_A_MONTH + " to 400.");
        }
        accounts = List.copyOf(accounts);
    }
}
