package org.callboard.plugin.webshell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PageEndpointTest {

    private static final Pattern INLINE =
            Pattern.compile("<script(?: type=\"importmap\")?>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern HASH = Pattern.compile("'sha256-[^']+'");
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    private final FakePortal portal = new FakePortal();
    private final PageEndpoint endpoint = new PageEndpoint(portal);

    @BeforeEach
    void serveFiles() {
        portal.uiBases.put("web-shell", URI.create("/ui/web-shell/sha256:abc/"));
    }

    @Test
    void answersAnyDeepLinkWithThePage() throws IOException {
        Exchange exchange = get("/catalog/default/component/booking.api", BROWSER);
        assertEquals("text/html;charset=utf-8", exchange.headers.get("Content-Type"));
        assertTrue(exchange.text().contains("src=\"/ui/web-shell/sha256:abc/index.js\""));
        assertFalse(exchange.text().contains("{base}"));
        assertFalse(exchange.text().contains("{imports}"));
    }

    @Test
    void letsABrowserFetchAtOnceWhatItWouldLearnOfLater() throws IOException {
        portal.uiBases.put("web-shell", URI.create("/portal/ui/web-shell/abc/"));
        String page = get("/", BROWSER).text();
        assertTrue(
                page.matches("(?s).*<link rel=\"modulepreload\" href=\"/portal/ui/web-shell/abc/[^\"{}]+\\.js\">.*"),
                page);
        assertFalse(page.contains("{preloads}"), page);
    }

    @Test
    void answersClientsThatTakeAnythingWithThePageUnlessTheyWantAFile() throws IOException {
        assertTrue(get("/catalog", "*/*").text().startsWith("<!doctype html>"));
        assertEquals(ProblemKind.NOT_FOUND, refusal("GET", "/robots.txt", "*/*"));
    }

    @Test
    void allowsNoInlineScriptButItsOwn() throws IOException, NoSuchAlgorithmException {
        Exchange exchange = get("/", BROWSER);
        String policy = String.valueOf(exchange.headers.get("Content-Security-Policy"));
        Set<String> allowed =
                HASH.matcher(policy).results().map(MatchResult::group).collect(Collectors.toSet());
        Set<String> inline = new HashSet<>();
        for (Matcher script = INLINE.matcher(exchange.text()); script.find(); ) {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(UTF_8));
            inline.add("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        }
        assertEquals(2, inline.size());
        assertEquals(inline, allowed);
        assertFalse(policy.contains("unsafe"), policy);
    }

    @Test
    void hasAnIcon() throws IOException {
        assertTrue(get("/favicon.ico", "image/avif,*/*;q=0.8").text().startsWith("<svg"));
    }

    @Test
    void refusesToBeChanged() {
        assertEquals(ProblemKind.METHOD_NOT_ALLOWED, refusal("POST", "/catalog", BROWSER));
    }

    @Test
    void isUnavailableUntilItsFilesAreServed() {
        portal.uiBases.clear();
        assertEquals(ProblemKind.UNAVAILABLE, refusal("GET", "/", BROWSER));
    }

    private Exchange get(String path, String accept) throws IOException {
        return new Exchange("GET", path).accepting(accept).sentTo(endpoint, portal);
    }

    private ProblemKind refusal(String method, String path, String accept) {
        Exchange exchange = new Exchange(method, path).accepting(accept);
        return assertThrows(PortalException.class, () -> exchange.sentTo(endpoint, portal))
                .kind();
    }
}
