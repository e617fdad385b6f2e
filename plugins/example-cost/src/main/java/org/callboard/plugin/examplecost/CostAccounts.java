package org.callboard.plugin.examplecost;

import java.time.Duration;
import java.util.List;
import org.callboard.api.config.Configuration;
import org.callboard.api.ingest.EntityProvider;
import org.callboard.api.ingest.Provision;
import org.callboard.api.model.Json;
import org.callboard.api.task.Schedule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings the cost accounts that are configured into the catalog. */
@Component
public final class CostAccounts implements EntityProvider {

    private final Configuration configuration;

    /** Makes the provider. */
    @Activate
    public CostAccounts(@Reference Configuration configuration) {
        this.configuration = configuration;
    }

    @Override
    public String title() {
        return "Cost accounts";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofMinutes(5));
    }

    @Override
    public void provide(Provision provision) {
        List<CostConfig.Account> accounts =
                configuration.current(CostConfig.class).accounts();
        accounts.forEach(account -> provision.add(entity(account)));
        if (accounts.isEmpty()) {
            provision.none();
        }
    }

    private static Json.Obj entity(CostConfig.Account account) {
        return Json.object()
                .put("apiVersion", "backstage.io/v1alpha1")
                .put("kind", "Resource")
                .put("metadata", Json.object().put("name", account.name()).build())
                .put(
                        "spec",
                        Json.object()
                                .put("type", "cost-account")
                                .put("owner", account.owner().toString())
                                .build())
                .build();
    }
}
