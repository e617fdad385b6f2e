package org.callboard.core.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HooksTest {

    private static final String SECRET = "It's a Secret to Everybody";
    private static final String WORDS = "Hello, World!";
    /** As GitHub's documentation has it for these words and that secret. */
    private static final String SIGNATURE = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    private final List<String> asked = new ArrayList<>();
    private final Hooks hooks =
            new Hooks(() -> List.of(new Hook("git", SECRET), new Hook("other", "another secret")), repository -> {
                asked.add(repository.toString());
                return asked.size();
            });

    private static Delivery delivery(String hook, String body, Map<String, String> headers) {
        return delivery(hook, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static Delivery delivery(String hook, byte[] body, Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        return new Delivery(hook, all::get, body);
    }

    private Hooks.Taken take(String body, String... headers) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return hooks.take(delivery("git", body, all));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "X-Hub-Signature-256 sha256=" + SIGNATURE,
                "X-Hub-Signature sha256=" + SIGNATURE,
                "X-Gitea-Signature " + SIGNATURE,
                "X-Forgejo-Signature " + SIGNATURE
            })
    void whatIsSignedWithTheSecretIsGenuine(String header, String signature) {
        assertTrue(hooks.isGenuine(delivery("git", WORDS, Map.of(header, signature))));
        assertFalse(hooks.isGenuine(delivery("git", WORDS + " ", Map.of(header, signature))), "another body");
        assertFalse(hooks.isGenuine(delivery("other", WORDS, Map.of(header, signature))), "another secret");
        assertFalse(hooks.isGenuine(delivery("none", WORDS, Map.of(header, signature))), "no such hook");
        assertFalse(hooks.isGenuine(delivery("", WORDS, Map.of(header, signature))), "no name");
        assertFalse(hooks.isGenuine(delivery("git", WORDS, Map.of(header, signature.substring(1)))));
        assertFalse(hooks.isGenuine(delivery("git", WORDS, Map.of(header, ""))));
    }

    @Test
    void gitLabSendsTheSecretItself() {
        assertTrue(hooks.isGenuine(delivery("git", WORDS, Map.of("X-Gitlab-Token", SECRET))));
        assertFalse(hooks.isGenuine(delivery("git", WORDS, Map.of("X-Gitlab-Token", "another secret"))));
        assertFalse(hooks.isGenuine(delivery("git", WORDS, Map.of("X-Gitlab-Token", ""))));
    }

    static List<Map<String, String>> notSigned() {
        return List.of(
                Map.of(),
                Map.of("X-Hub-Signature-256", SIGNATURE),
                Map.of("X-Hub-Signature-256", "sha256="),
                Map.of("X-Hub-Signature-256", "sha256=" + "0".repeat(64)),
                Map.of("X-Hub-Signature", "sha1=" + SIGNATURE),
                Map.of("X-Gitea-Signature", "sha256=" + SIGNATURE),
                Map.of("X-Gitlab-Token", SIGNATURE),
                Map.of("Authorization", "Bearer " + SECRET));
    }

    @ParameterizedTest
    @MethodSource("notSigned")
    void allElseIsNot(Map<String, String> headers) {
        assertFalse(hooks.isGenuine(delivery("git", WORDS, headers)));
    }

    /** One right signature is proof enough: Gitea sends some of other kinds, too. */
    @Test
    void severalSignaturesAreReadAsGiteaSendsThem() {
        assertTrue(hooks.isGenuine(delivery(
                "git",
                WORDS,
                Map.of(
                        "X-Hub-Signature", "sha1=" + "0".repeat(40),
                        "X-Hub-Signature-256", "sha256=" + SIGNATURE,
                        "X-Gitea-Signature", SIGNATURE))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                X-GitHub-Event | push              | {"ref": "refs/heads/main", "repository": {"full_name": "Acme/Led", "html_url": "https://github.com/Acme/Led", "homepage": "https://led.example.com", "clone_url": "https://github.com/Acme/Led.git"}} | github.com/acme/led
                X-Gitea-Event  | push              | {"repository": {"html_url": "https://git.example.com/acme/led", "ssh_url": "git@git.example.com:acme/led.git"}} | git.example.com/acme/led
                X-Gitlab-Event | Push Hook         | {"object_kind": "push", "project": {"web_url": "https://gitlab.example.com/acme/deep/led"}, "repository": {"url": "git@gitlab.example.com:acme/deep/led.git"}} | gitlab.example.com/acme/deep/led
                X-Gitlab-Event | System Hook       | {"event_name": "push", "project": {"git_http_url": "https://gitlab.example.com/acme/led.git"}} | gitlab.example.com/acme/led
                X-Event-Key    | repo:push         | {"repository": {"links": {"self": {"href": "https://api.bitbucket.org/2.0/repositories/acme/led"}, "html": {"href": "https://bitbucket.org/acme/led"}}}} | bitbucket.org/acme/led
                X-Event-Key    | repo:refs_changed | {"repository": {"slug": "led", "project": {"key": "PROJ"}, "links": {"clone": [{"href": "ssh://git@b.example.com:7999/proj/led.git"}], "self": [{"href": "https://b.example.com/projects/PROJ/repos/led/browse"}]}}} | b.example.com/projects/proj/repos/led
                X-Other        | anything          | {"repository": {"clone_url": "https://git.example.com/acme/led.git"}} | git.example.com/acme/led
                """)
    void theRepositoryIsWhatEachCodeHostCallsIt(String header, String event, String body, String repository) {
        Hooks.Taken taken = take(body, header, event, "Content-Type", "application/json; charset=utf-8");
        assertEquals(List.of(repository), asked);
        assertEquals(1, taken.asked());
        assertTrue(taken.message().contains(repository), taken::message);
    }

    @ParameterizedTest
    @CsvSource({"X-GitHub-Event,ping", "X-Event-Key,diagnostics:ping", "X-GitHub-Event,star", "X-Gitlab-Event,Note Hook"
    })
    void whatTellsOfNoPushIsWellAndAsksForNothing(String header, String event) {
        assertEquals(
                0,
                take("{\"repository\":{\"html_url\":\"https://github.com/a/b\"}}", header, event)
                        .asked());
        assertEquals(List.of(), asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"repository\": \"https://github.com/a/b\"}",
                "{\"repository\": {\"html_url\": 7}}",
                "{\"repository\": {\"html_url\": \"https://github.com\"}}",
                "{\"repository\": {\"html_url\": \"file:///etc/passwd\"}}",
                "{\"repository\": {\"links\": {\"self\": [1, [], {}]}}}",
                "payload=%7B%7D",
                ""
            })
    void whatNamesNoRepositoryIsRefused(String body) {
        PortalException refusal = assertThrows(PortalException.class, () -> take(body, "X-GitHub-Event", "push"));
        assertEquals(ProblemKind.BAD_INPUT, refusal.kind());
        assertEquals(List.of(), asked);
    }

    @Test
    void aBodyInAnotherEncodingOrDeeperThanAnyIsRefusedToo() {
        String push = "{\"repository\":{\"html_url\":\"https://github.com/a/\u00E9\"}}";
        for (Charset charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16)) {
            Delivery delivery = delivery("git", push.getBytes(charset), Map.of());
            assertThrows(PortalException.class, () -> hooks.take(delivery), charset::name);
        }
        Delivery noText = delivery("git", new byte[] {0, 0, 0, '{', 0x7F, -1, -1, -1}, Map.of());
        assertThrows(PortalException.class, () -> hooks.take(noText));
        assertThrows(PortalException.class, () -> take("[".repeat(100_000)));
        assertEquals(List.of(), asked);
    }

    @Test
    void aFormIsNoJson() {
        PortalException refusal = assertThrows(
                PortalException.class,
                () -> take("payload=%7B%7D", "Content-Type", "application/x-www-form-urlencoded"));
        assertEquals(ProblemKind.UNSUPPORTED_MEDIA_TYPE, refusal.kind());
    }
}
