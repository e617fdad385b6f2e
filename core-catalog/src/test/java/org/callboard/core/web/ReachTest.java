package org.callboard.core.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {

    @ParameterizedTest
    @CsvSource({
        "93.184.215.14,                    PUBLIC",
        "172.15.255.255,                   PUBLIC",
        "172.32.0.0,                       PUBLIC",
        "100.63.255.255,                   PUBLIC",
        "100.128.0.0,                      PUBLIC",
        "192.167.255.255,                  PUBLIC",
        "2606:4700::1111,                  PUBLIC",
        "2002:5db8:d70e::1,                PUBLIC",
        "64:ff9b::5db8:d70e,               PUBLIC",
        "127.0.0.1,                        INNER",
        "127.255.255.254,                  INNER",
        "10.0.0.1,                         INNER",
        "172.16.0.1,                       INNER",
        "172.31.255.255,                   INNER",
        "192.168.1.1,                      INNER",
        "100.64.0.1,                       INNER",
        "100.127.255.255,                  INNER",
        "198.18.0.1,                       INNER",
        "::1,                              INNER",
        "fc00::1,                          INNER",
        "fd12:3456::1,                     INNER",
        "fec0::1,                          INNER",
        "::127.0.0.1,                      INNER",
        "2002:7f00:0001::1,                INNER",
        "2002:c0a8:0101::1,                INNER",
        "64:ff9b::10.0.0.1,                INNER",
        "64:ff9b:1::10.0.0.1,              INNER",
        "::ffff:0:10.0.0.1,                INNER",
        "2001:0:1234::f5ff:fffe,           INNER",
        "2606:4700::5efe:10.0.0.1,         INNER",
        "0.0.0.0,                          NEVER",
        "0.1.2.3,                          NEVER",
        "169.254.169.254,                  NEVER",
        "169.254.0.1,                      NEVER",
        "192.0.0.192,                      NEVER",
        "100.100.100.200,                  NEVER",
        "168.63.129.16,                    NEVER",
        "224.0.0.1,                        NEVER",
        "239.255.255.255,                  NEVER",
        "240.0.0.1,                        NEVER",
        "255.255.255.255,                  NEVER",
        "::,                               NEVER",
        "fe80::1,                          NEVER",
        "febf::1,                          NEVER",
        "ff02::1,                          NEVER",
        "fd00:ec2::254,                    NEVER",
        "fd20:ce::254,                     NEVER",
        "::ffff:169.254.169.254,           NEVER",
        "::169.254.169.254,                NEVER",
        "2002:a9fe:a9fe::1,                NEVER",
        "64:ff9b::169.254.169.254,         NEVER",
        "64:ff9b:1:a9fe:a9:fe00::,         NEVER",
        "2001:0:1234::5601:5601,           NEVER",
    })
    void isAsNearAsTheNearestAddressThatItCarries(String address, Reach reach) throws UnknownHostException {
        assertEquals(reach, Reach.of(InetAddress.getByName(address)));
    }

    @Test
    void aMappedAddressThatJavaDidNotUnwrapIsUnwrapped() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xFF;
        mapped[11] = (byte) 0xFF;
        mapped[12] = 127;
        mapped[15] = 1;
        assertEquals(Reach.INNER, Reach.of(Inet6Address.getByAddress("x", mapped, -1)));
    }
}
