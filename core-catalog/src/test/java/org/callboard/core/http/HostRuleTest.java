package org.callboard.core.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.callboard.api.problem.PortalException;
import org.junit.jupiter.api.Test;

class HostRuleTest {

    @Test
    void takesTheNamesOfThisMachineAndOfTheBaseUrl() {
        HostRule rule = new HostRule("127.0.0.1", URI.create("https://portal.example.com"));
        assertDoesNotThrow(() -> rule.check("localhost"));
        assertDoesNotThrow(() -> rule.check("127.0.0.1"));
        assertDoesNotThrow(() -> rule.check("Portal.Example.com"));
    }

    @Test
    void refusesNamesThatSomebodyElseCouldPointHere() {
        HostRule rule = new HostRule("127.0.0.1", null);
        assertThrows(PortalException.class, () -> rule.check("evil.example"));
        assertThrows(PortalException.class, () -> rule.check("localhost.evil.example"));
        assertThrows(PortalException.class, () -> rule.check(""));
    }
}
