package org.callboard.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.edge.AddressBlocks;
import org.callboard.core.edge.ProxyHeaders;
import org.callboard.core.policy.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySignInTest {

    private static final AddressBlocks FROM =
            AddressBlocks.parse(List.of("10.0.0.0/8")).orElseThrow();
    private static final URI PUBLIC = URI.create("https://portal.example.com/tools");

    private final ProxySignIn names = new ProxySignIn(new ProxyHeaders(FROM, "X-User", "X-Groups", null), PUBLIC);
    private final ProxySignIn mails = new ProxySignIn(new ProxyHeaders(FROM, "X-User", null, "example.com"), PUBLIC);

    /** A request as far as it is looked at. */
    private record Request(String method, String from, Map<String, List<String>> headers) {

        static Request get(String user) {
            return new Request("GET", "10.1.2.3", Map.of("X-User", List.of(user)));
        }

        Request from(String address) {
            return new Request(method, address, headers);
        }

        Request by(String changed) {
            return new Request(changed, from, headers);
        }

        Request with(String name, String... values) {
            Map<String, List<String>> more = new TreeMap<>(headers);
            more.put(name, List.of(values));
            return new Request(method, from, more);
        }

        HttpServletRequest served() {
            return (HttpServletRequest) Proxy.newProxyInstance(
                    Request.class.getClassLoader(),
                    new Class<?>[] {HttpServletRequest.class},
                    (proxy, asked, values) -> {
                        String name = values == null ? "" : (String) values[0];
                        List<String> all = headers.getOrDefault(name, List.of());
                        return switch (asked.getName()) {
                            case "getMethod" -> method;
                            case "getRemoteAddr" -> "198.51.100.9";
                            case "getAttribute" -> name.equals(ProxySignIn.PEER) ? from : null;
                            case "getHeaders" -> Collections.enumeration(all);
                            case "getHeader" -> all.isEmpty() ? null : all.get(0);
                            case "getScheme" -> "http";
                            case "getServerName" -> "inner";
                            case "getServerPort" -> 7007;
                            default -> throw new AssertionError(asked.getName());
                        };
                    });
        }
    }

    private static Identity who(ProxySignIn signIn, Request request) {
        return signIn.identity(request.served()).orElseThrow();
    }

    private static ProblemKind refusal(ProxySignIn signIn, Request request) {
        return assertThrows(PortalException.class, () -> signIn.identity(request.served()))
                .kind();
    }

    @Test
    void believesTheProxy() {
        Identity mara = who(names, Request.get("Mara").with("X-Groups", "team-a, Team-B,,/no name,team-a"));
        assertEquals("user:default/mara", mara.name());
        assertEquals("Mara", mara.displayName());
        assertEquals("proxy", mara.issuer());
        assertEquals("Mara", mara.subject());
        assertEquals(Set.of("group:default/team-a", "group:default/team-b"), mara.groups());
    }

    @Test
    void believesNobodyElse() {
        assertEquals(
                Optional.empty(),
                names.identity(Request.get("mara").from("11.0.0.1").served()));
        Request twice = Request.get("mara").with("X-User", "mara", "admin").from("11.0.0.1");
        assertEquals(Optional.empty(), names.identity(twice.served()));
        assertEquals(Optional.empty(), names.identity(Request.get(" ").served()));
        assertEquals(Optional.empty(), names.identity(new Request("GET", "10.0.0.1", Map.of()).served()));
    }

    @Test
    void takesNoHeaderThatComesTwice() {
        assertEquals(ProblemKind.BAD_INPUT, refusal(names, Request.get("x").with("X-User", "mara", "mara")));
        assertEquals(ProblemKind.BAD_INPUT, refusal(names, Request.get("x").with("X-Groups", "a", "b")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mara, admin",
                "admin",
                "ADMIN",
                "mara@example.com",
                "../x",
                "a/b",
                "a:b",
                "-a",
                "a b",
                "m\u00e4ra",
                "."
            })
    void takesNoNameThatNoUserCanHave(String user) {
        assertEquals(ProblemKind.NOT_SIGNED_IN, refusal(names, Request.get(user)));
        assertEquals(ProblemKind.NOT_SIGNED_IN, refusal(names, Request.get("x".repeat(64))));
    }

    @Test
    void takesTheLocalPartOfTheDomainsAddressesAndOfNoOthers() {
        Identity mara = who(mails, Request.get("Mara@Example.com"));
        assertEquals("user:default/mara", mara.name());
        assertEquals("Mara@Example.com", mara.subject());
        for (String other : List.of(
                "mara",
                "mara@evil.com",
                "mara@example.com.evil.com",
                "@example.com",
                "mara@x@example.com",
                "admin@example.com",
                "mara@sub.example.com")) {
            assertEquals(ProblemKind.NOT_SIGNED_IN, refusal(mails, Request.get(other)), other);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site,     same-origin",
        "Origin,             https://portal.example.com",
        "Origin,             http://inner:7007",
        "X-Callboard-CSRF,   any",
    })
    void letsThePortalsOwnPagesAndProgramsChangeThings(String header, String value) {
        assertTrue(names.identity(
                        Request.get("mara").by("POST").with(header, value).served())
                .isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "X-Nothing,      at all",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Origin,         https://evil.example",
        "Origin,         https://portal.example.com.evil.example",
        "Origin,         http://portal.example.com",
        "Origin,         null",
    })
    void letsNoOtherPageChangeThings(String header, String value) {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            assertEquals(
                    ProblemKind.NOT_ALLOWED,
                    refusal(names, Request.get("mara").by(method).with(header, value)));
        }
        assertTrue(
                names.identity(Request.get("mara").with(header, value).served()).isPresent());
    }

    @Test
    void thatAPageMayNotSendTheHeaderIsNoProofWhereTheBrowserSaysOtherwise() {
        Request forged = Request.get("mara").by("POST").with("X-Callboard-CSRF", "any");
        assertEquals(ProblemKind.NOT_ALLOWED, refusal(names, forged.with("Sec-Fetch-Site", "cross-site")));
        assertEquals(ProblemKind.NOT_ALLOWED, refusal(names, forged.with("Origin", "https://evil.example")));
    }
}
