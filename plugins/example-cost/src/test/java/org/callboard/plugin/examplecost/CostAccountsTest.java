package org.callboard.plugin.examplecost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.callboard.api.ingest.EntityProvider;
import org.callboard.api.model.EntityRef;
import org.callboard.testkit.EntityProviderContract;
import org.callboard.testkit.TestConfiguration;
import org.callboard.testkit.TestProvision;
import org.junit.jupiter.api.Test;

final class CostAccountsTest implements EntityProviderContract {

    private static final CostConfig.Account PRODUCTS =
            new CostConfig.Account("products", EntityRef.parse("group:default/booking"));

    private final TestConfiguration configuration = TestConfiguration.of(new CostConfig("EUR", 90, List.of(PRODUCTS)));

    @Override
    public EntityProvider extension() {
        return new CostAccounts(configuration);
    }

    @Test
    void givesAResourceWithItsOwner() throws Exception {
        TestProvision provision = TestProvision.now();
        extension().provide(provision);
        assertEquals(
                Optional.of("group:default/booking"),
                provision.entities().get(0).text("spec", "owner"));
    }

    @Test
    void saysThatThereAreNoneWhereNoneAreConfigured() throws Exception {
        configuration.set(new CostConfig("EUR", 90, List.of()));
        TestProvision provision = TestProvision.now();
        extension().provide(provision);
        assertEquals(List.of(), provision.entities());
        assertTrue(provision.isComplete());
    }
}
