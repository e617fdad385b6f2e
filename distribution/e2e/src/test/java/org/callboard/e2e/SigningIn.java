package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody without a browser, who does at the portal and at the provider what a browser would, a step at a time. */
final class SigningIn {

    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

    private final URI portal;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    SigningIn(URI portal) {
        this.portal = portal;
    }

    /** Begins at the portal. {@return where the provider is asked} */
    URI begin(String choice) {
        HttpResponse<String> begun = get(URI.create(portal + "/signin/sign-in-oidc/" + choice));
        assertEquals(303, begun.statusCode(), begun::body);
        return location(begun);
    }

    /** Says at the provider who they are. {@return where it sends them, which nobody has gone to yet} */
    URI atTheProvider(URI asked, String login) {
        HttpResponse<String> page = follow(get(asked));
        for (int forms = 0; forms < 4 && !isBack(page); forms++) {
            Matcher form = FORM.matcher(page.body());
            assertTrue(form.find(), page::body);
            String fields = page.body().contains("name=\"login\"")
                    ? "prompt=login&login=" + login + "&password=x"
                    : "prompt=consent";
            page = follow(send(HttpRequest.newBuilder(page.uri().resolve(form.group(1)))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(fields))));
        }
        return location(page);
    }

    /** Comes back to the portal. */
    HttpResponse<String> back(URI callback) {
        return get(callback);
    }

    private HttpResponse<String> follow(HttpResponse<String> answer) {
        HttpResponse<String> last = answer;
        while (last.statusCode() / 100 == 3 && !isBack(last)) {
            last = get(location(last));
        }
        return last;
    }

    private boolean isBack(HttpResponse<String> answer) {
        return answer.statusCode() / 100 == 3 && location(answer).toString().startsWith(portal.toString());
    }

    static URI location(HttpResponse<String> answer) {
        return answer.uri()
                .resolve(answer.headers()
                        .firstValue("Location")
                        .orElseThrow(() -> new AssertionError(answer.statusCode() + answer.body())));
    }

    private HttpResponse<String> get(URI place) {
        return send(HttpRequest.newBuilder(place).header("Accept", "text/html"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static String parameter(URI address, String name) {
        for (String pair : address.getRawQuery().split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("There is no " + name + " in " + address);
    }

    /** Checks that the portal has let nobody in, and says so on a page. */
    static void expectRefusal(HttpResponse<String> answer, String why) {
        assertEquals(403, answer.statusCode(), answer::body);
        assertTrue(answer.body().contains("You are not signed in"), answer::body);
        assertTrue(answer.body().contains(why), answer::body);
        assertTrue(
                answer.headers().allValues("Set-Cookie").isEmpty(),
                () -> answer.headers().toString());
        assertFalse(answer.body().contains("<script"), answer::body);
        assertTrue(answer.headers().firstValue("Content-Security-Policy").isPresent());
    }

    /** Checks that somebody is in. */
    static void expectEntry(HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode(), answer::body);
        assertTrue(
                answer.headers().allValues("Set-Cookie").stream()
                        .anyMatch(cookie -> cookie.startsWith("callboard_session=")
                                && cookie.contains("HttpOnly")
                                && cookie.contains("SameSite=Lax")),
                () -> answer.headers().toString());
    }
}
