package org.callboard.core.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlocksTest {

    private static AddressBlocks blocks(String... texts) {
        return AddressBlocks.parse(List.of(texts)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3,       10.1.2.3",
        "10.0.0.0/8,     10.255.0.1",
        "192.168.7.0/31, 192.168.7.1",
        "0.0.0.0/0,      8.8.8.8",
        "::1,            [::1]",
        "::1,            0:0:0:0:0:0:0:1",
        "fd00::/8,       fd12:3456::7%eth0",
        "10.0.0.0/8,     ::ffff:10.1.2.3",
    })
    void holdsWhatBeginsAlike(String block, String address) {
        assertTrue(blocks("203.0.113.7", block).hold(address));
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3,       10.1.2.4",
        "10.0.0.0/8,     11.0.0.1",
        "192.168.7.0/31, 192.168.7.2",
        "0.0.0.0/0,      ::1",
        "fd00::/8,       fe00::1",
        "10.0.0.0/8,     proxy.example.com",
        "10.0.0.0/8,     ''",
        "10.0.0.0/8,     unknown",
    })
    void holdsNothingElse(String block, String address) {
        assertFalse(blocks(block).hold(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.example.com",
                "127.1",
                "2130706433",
                "010.0.0.1",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "::1/129",
                "1::2::3",
                "",
                "10.0.0.0/8/8",
                "10.0.0.1:80"
            })
    void takesNothingThatWouldHaveToBeGuessedOrLookedUp(String text) {
        assertTrue(AddressBlocks.parse(List.of("10.0.0.1", text)).isEmpty());
    }

    @Test
    void oneSenderHasAllAddressesOfItsNetworkInVersionSix() {
        assertEquals(Address.network("2001:db8:1:2::3"), Address.network("[2001:db8:1:2:ffff::1]"));
        assertFalse(Address.network("2001:db8:1:2::3").equals(Address.network("2001:db8:1:3::3")));
        assertEquals("203.0.113.7", Address.network("203.0.113.7"));
    }

    @Test
    void knowsThisMachine() {
        assertTrue(Address.isLoopback("127.0.0.1"));
        assertTrue(Address.isLoopback("127.9.9.9"));
        assertTrue(Address.isLoopback("[0:0:0:0:0:0:0:1]"));
        assertFalse(Address.isLoopback("128.0.0.1"));
        assertFalse(Address.isLoopback("[2001:db8::1]"));
        assertFalse(Address.isLoopback(""));
    }
}
