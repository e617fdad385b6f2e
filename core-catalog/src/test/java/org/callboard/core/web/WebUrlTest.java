package org.callboard.core.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.callboard.core.read.UnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebUrlTest {

    private static String code(String url) {
        UnreadableException refused = assertThrows(UnreadableException.class, () -> WebUrl.parse(url), url);
        assertTrue(!refused.problem().reason().isBlank()
                && !refused.problem().fix().isBlank());
        return refused.problem().code();
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com,                       https://example.com/",
        "HTTPS://Example.COM:443/a?b=c#d,           https://example.com/a?b=c",
        "http://example.com:80/,                    http://example.com/",
        "http://example.com:443/,                   http://example.com:443/",
        "https://example.com/a/./b/../c.yaml,       https://example.com/a/c.yaml",
        "https://example.com/../../a,               https://example.com/a",
        "https://example.com/a/..,                  https://example.com/",
        "https://example.com/%7euser/%41%2fb%c3%bc, https://example.com/~user/A%2Fb%C3%BC",
        "https://192.0.2.7/a,                       https://192.0.2.7/a",
        "https://[2001:DB8::7]/a,                   https://[2001:db8:0:0:0:0:0:7]/a",
        "https://[::ffff:192.0.2.7]/a,              https://192.0.2.7/a",
        "https://xn--bcher-kva.example/a,           https://xn--bcher-kva.example/a",
        "https://example.com/a..b/...,              https://example.com/a..b/...",
    })
    void hasOneFormForAllThatMeanTheSame(String text, String form) throws UnreadableException {
        assertEquals(form, WebUrl.parse(text).toString());
        assertEquals(form, WebUrl.parse(form).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "FILE:/etc/passwd",
                "jar:https://example.com/a.jar!/b",
                "ftp://example.com/a",
                "gopher://example.com/",
                "classpath:a.yaml",
                "bundle://1/a.yaml",
                "data:text/plain,a",
                "javascript:alert(1)",
            })
    void b1RefusesSchemesOtherThanHttpAndHttps(String url) {
        assertEquals("url-scheme", code(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.1/",
                "http://127.1/",
                "http://0177.0.0.1/",
                "http://127.0.0.01/",
                "http://127.0.0.1.0/",
                "http://256.1.1.1/",
                "http://1.2.3.4.5/",
                "http://a.0x7f/",
                "http://[::1%25eth0]/",
                "http://[1.2.3.4]/",
                "http://[::1/",
                "http://[:::1]/",
            })
    void b3RefusesHostsThatAreNumbersInDisguise(String url) {
        assertEquals("url-malformed", code(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://allowed.com@evil.com/",
                "https://user:password@allowed.com/",
                "https://allowed.com%2f@evil.com/",
                "https://allowed.com%2eevil.com/",
                "https://allowed.com%00.evil.com/",
                "https://allowed.com\\@evil.com/",
                "https:\\\\allowed.com/",
                "https://allowed.com/a\\b",
                "https://allowed.com\t.evil.com/",
                "https://allowed.com\n/",
                " https://allowed.com/",
                "https://аllowed.com/",
                "https://allowed。com/",
                "https://ａllowed.com/",
                "https://\u212Aallowed.com/",
                "https://allowed.com:80:443/",
                "https://allowed.com:/",
                "https://allowed.com:0/",
                "https://allowed.com:0443/",
                "https://allowed.com:65536/",
                "https://allowed.com:99999999999/",
                "https://allowed.com./",
                "https://.allowed.com/",
                "https://-allowed.com/",
                "https:///a",
                "https:/allowed.com/",
                "https:allowed.com",
                "//allowed.com/",
                "allowed.com/a",
                "",
                "https://allowed.com/a|b",
                "https://allowed.com/%zz",
                "https://allowed.com/?a=\"b\"",
            })
    void b5RefusesWhatCouldBeTakenForAnother(String url) {
        assertEquals("url-malformed", code(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/%2e%2e/secret",
                "/docs/%2E./secret",
                "/docs/..%2fsecret",
                "/docs/%2e%2e%2fsecret",
                "/docs/%252e%252e%252fsecret",
                "/docs/..%5csecret",
                "/docs/..;/secret",
                "/docs/..;a=b/secret",
                "/docs/.%2fsecret",
                "/docs/a%00",
                "/docs/a%0d%0ab",
                "/%25252525252e%2525252525252e/",
            })
    void b9RefusesPathsThatClimbInDisguise(String path) {
        assertEquals("url-malformed", code("https://example.com" + path));
    }

    @Test
    void refusesAVeryLongOneAndQuotesItsStartOnly() {
        String url = "https://example.com/" + "a".repeat(3_000_000);
        UnreadableException refused = assertThrows(UnreadableException.class, () -> WebUrl.parse(url));
        assertTrue(refused.problem().reason().length() < 300);
        assertTrue(refused.problem().position().target().length() < 3_000);
    }

    @ParameterizedTest
    @CsvSource({
        "b.yaml,             https://example.com/x/y/b.yaml?",
        "./b.yaml,           https://example.com/x/y/b.yaml?",
        "../b.yaml,          https://example.com/x/b.yaml?",
        "/b.yaml,            https://example.com/b.yaml?",
        "//other.com/b.yaml, https://other.com/b.yaml?",
        "http://other.com/b, http://other.com/b?",
        "?z=1,               https://example.com/x/y/a.yaml?z=1",
        "#part,              https://example.com/x/y/a.yaml?q=1",
    })
    void aReferenceMeansWhatItMeansInABrowser(String reference, String whole) throws UnreadableException {
        WebUrl base = WebUrl.parse("https://example.com/x/y/a.yaml?q=1");
        assertEquals(whole.replaceFirst("\\?$", ""), base.resolve(reference).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//allowed.com@evil.com/", "/\\evil.com", "\\\\evil.com", "file:///etc/passwd", "b\r\nX: y"})
    void aReferenceIsReadByTheSameRules(String reference) throws UnreadableException {
        WebUrl base = WebUrl.parse("https://example.com/x");
        assertThrows(UnreadableException.class, () -> base.resolve(reference));
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/o/r/blob/main/a/b.yaml,         https://raw.githubusercontent.com/o/r/main/a/b.yaml",
        "https://github.com/o/r/blob/main/b.yaml?plain=1#L2, https://raw.githubusercontent.com/o/r/main/b.yaml",
        "https://github.com/o/r/raw/main/b.yaml,            https://raw.githubusercontent.com/o/r/main/b.yaml",
        "https://gitlab.com/g/s/p/-/blob/main/a.yaml,       https://gitlab.com/g/s/p/-/raw/main/a.yaml",
        "https://git.example.com/g/p/-/blob/v1/a.yaml,      https://git.example.com/g/p/-/raw/v1/a.yaml",
        "https://bitbucket.org/o/r/src/main/a.yaml,         https://bitbucket.org/o/r/raw/main/a.yaml",
        "https://github.com/o/r/tree/main/a,                https://github.com/o/r/tree/main/a",
        "https://github.com.evil.com/o/r/blob/main/b.yaml,  https://github.com.evil.com/o/r/blob/main/b.yaml",
        "http://github.com/o/r/blob/main/b.yaml,            http://github.com/o/r/blob/main/b.yaml",
        "https://example.com/o/r/blob/main/b.yaml?x=1,      https://example.com/o/r/blob/main/b.yaml?x=1",
    })
    void thePageOfACodeHostIsTurnedIntoTheAddressOfItsFile(String page, String raw) throws UnreadableException {
        assertEquals(raw, RawAddress.of(WebUrl.parse(page)).toString());
    }

    @Test
    void anyBytesAreAUrlOrARefusal() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(30)];
            random.nextBytes(bytes);
            String text = "http://" + new String(bytes, StandardCharsets.ISO_8859_1);
            try {
                String form = WebUrl.parse(text).toString();
                assertEquals(form, WebUrl.parse(form).toString());
                assertEquals(form, URI.create(form).toString());
            } catch (UnreadableException refused) {
                assertEquals("url-malformed", refused.problem().code());
            }
        }
    }
}
