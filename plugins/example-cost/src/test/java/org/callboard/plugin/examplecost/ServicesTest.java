package org.callboard.plugin.examplecost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.callboard.api.model.Entity;
import org.callboard.testkit.TestCaller;
import org.junit.jupiter.api.Test;

final class ServicesTest {

    private static final TestCaller MARA = TestCaller.named("Mara");

    private final Services services = new Fixture().services;

    @Test
    void areTheComponentsOfThatTypeAlone() {
        assertEquals(
                List.of("Ledger", "Wallet"),
                services.all(MARA).stream().map(Entity::title).sorted().toList());
        assertTrue(services.find(MARA, Fixture.LEDGER).isPresent());
    }
}
