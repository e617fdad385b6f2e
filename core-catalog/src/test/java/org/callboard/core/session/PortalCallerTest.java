package org.callboard.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.callboard.api.model.EntityRef;
import org.callboard.core.policy.Identity;
import org.callboard.core.policy.Rights;
import org.junit.jupiter.api.Test;

class PortalCallerTest {

    @Test
    void itsCallerNamesTheGroupsThatCanBeInACatalog() {
        Identity sara = new Identity(
                "user:default/sara", "Sara", "https://id", "7", Set.of("group:default/payments", "everybody"));
        assertEquals(
                Set.of(EntityRef.parse("group:default/payments")), new PortalCaller(sara, Rights.ALL, null).groups());
    }
}
