package org.callboard.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.callboard.core.edge.CertificateFiles;
import org.callboard.core.edge.ProxyHeaders;
import org.callboard.core.edge.Rates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeSectionTest {

    @TempDir
    private Path folder;

    private PortalConfig.Edge read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("callboard.yaml"), text);
        return new ConfigReader(folder, folder.resolve("data"), Map.of("SECRET", "hidden")::get)
                .read(List.of(file), null)
                .edge();
    }

    @Test
    void trustsNobodyUnlessTold() throws IOException {
        PortalConfig.Edge edge = read("");
        assertTrue(edge.proxies().isEmpty());
        assertNull(edge.signIn());
        assertNull(edge.certificate());
        assertEquals(Rates.DEFAULT, edge.rates());
    }

    @Test
    void knowsProxiesAndWhatTheySay() throws IOException {
        PortalConfig.Edge edge = read("""
                server:
                  proxies: [10.0.0.1, "fd00::/8"]
                  limits:
                    callerPerSecond: 7
                auth:
                  proxy:
                    from: [10.0.0.1]
                    user: X-Forwarded-User
                    groups: X-Forwarded-Groups
                    domain: example.com
                """);
        assertTrue(edge.proxies().hold("fd00::7"));
        assertEquals(7, edge.rates().callerPerSecond());
        assertEquals(Rates.DEFAULT.addressPerSecond(), edge.rates().addressPerSecond());
        ProxyHeaders headers = edge.signIn();
        assertNotNull(headers);
        assertTrue(headers.from().hold("10.0.0.1"));
        assertEquals("X-Forwarded-User", headers.user());
        assertEquals("X-Forwarded-Groups", headers.groups());
        assertEquals("example.com", headers.domain());
    }

    @Test
    void filesOfTheCertificateStartAtTheFolderOfTheConfiguration() throws IOException {
        CertificateFiles files = read("""
                server:
                  tls:
                    certificate: tls/server.pem
                    key: /etc/server.key
                    password: ${SECRET}
                """).certificate();
        assertNotNull(files);
        assertEquals(folder.resolve("tls/server.pem"), files.certificate());
        assertEquals(Path.of("/etc/server.key"), files.key());
        assertEquals("hidden", files.password());
        assertTrue(!files.toString().contains("hidden"), files.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'server:\n  proxies: 10.0.0.1'                                        | 2:3 | server.proxies",
                "'server:\n  proxies: [proxy.example.com]'                             | 2:3 | server.proxies",
                "'server:\n  proxies: []'                                              | 2:3 | server.proxies",
                "'server:\n  proxies: [10.0.0.1, {}]'                                  | 2:3 | server.proxies",
                "'server:\n  tls: a.pem'                                               | 2:3 | server.tls",
                "'server:\n  tls:\n    certificate: a.pem'                             | 2:3 | needs 'key'",
                "'server:\n  tls:\n    certificate: a.pem\n    key: b\n    keys: c'    | 5:5 | server.tls.keys",
                "'server:\n  limits:\n    callerPerSecond: 0'                          | 3:5 | callerPerSecond",
                "'server:\n  limits:\n    callers: 5'                                  | 3:5 | not known",
                "'auth:\n  proxy:\n    user: X-User'                                   | 2:3 | needs 'from'",
                "'auth:\n  proxy:\n    from: [10.0.0.1]'                               | 2:3 | needs 'user'",
                "'auth:\n  proxy:\n    from: [nowhere]\n    user: X-User'              | 3:5 | auth.proxy.from",
                "'auth:\n  proxy:\n    from: [10.0.0.1]\n    user: X User'             | 4:5 | header",
                "'auth:\n  proxy:\n    from: [10.0.0.1]\n    user: X\n    domain: a b' | 5:5 | domain",
            })
    void namesTheLineOfWhatCouldNotBeUsed(String yaml, String place, String word) {
        String message = String.valueOf(
                assertThrows(ConfigException.class, () -> read(yaml)).getMessage());
        assertTrue(message.contains("callboard.yaml:" + place) && message.contains(word), message);
    }
}
