package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody tries to get in by answers that are not for this sign-in, and by tokens that are not the provider's. */
class SignInRefusalJourney {

    private static final ForgedTokens FORGED = ForgedTokens.begin();

    @AutoClose
    private static TwistingProxy proxy;

    @AutoClose
    private static OidcProvider provider;

    @AutoClose
    private static PortalProcess portal;

    @BeforeAll
    static void start(@TempDir Path root) {
        int port = Distribution.freePort();
        proxy = TwistingProxy.start();
        proxy.twist(FORGED.claims(claims -> {}));
        provider = OidcProvider.start(port, proxy.origin());
        proxy.leadsTo(provider.port());
        portal = PortalProcess.start(PortalFolder.with(root, SignInPortal.settings(proxy.origin())), port);
    }

    private static SigningIn somebody() {
        proxy.twist(FORGED.claims(claims -> {}));
        return new SigningIn(portal.address());
    }

    private static URI come(SigningIn somebody) {
        return somebody.atTheProvider(somebody.begin("company"), "mara");
    }

    private static URI with(URI callback, String name, String value) {
        return URI.create(callback.toString().replaceFirst("([?&]" + name + "=)[^&]*", "$1" + value));
    }

    @Test
    void letsInWhoComesBackAsTheyShould() {
        SigningIn mara = somebody();
        SigningIn.expectEntry(mara.back(come(mara)));
    }

    @Test
    void refusesAStateThatIsWrongMissingOrTwice() {
        SigningIn mara = somebody();
        URI callback = come(mara);
        SigningIn.expectRefusal(mara.back(with(callback, "state", "A".repeat(43))), "is not known");
        SigningIn.expectRefusal(mara.back(with(callback, "state", "")), "is not known");
        SigningIn.expectRefusal(mara.back(URI.create(callback + "&state=x")), "twice");
        SigningIn.expectRefusal(
                mara.back(URI.create(portal.address() + "/signin/sign-in-oidc/company/callback")), "is not known");
    }

    @Test
    void refusesAStateThatWasUsed() {
        SigningIn mara = somebody();
        URI callback = come(mara);
        SigningIn.expectEntry(mara.back(callback));
        SigningIn.expectRefusal(mara.back(callback), "is not known");
    }

    @Test
    void refusesAnAnswerForAnotherBrowser() {
        SigningIn attacker = somebody();
        URI callback = come(attacker);
        SigningIn victim = somebody();
        SigningIn.expectRefusal(victim.back(callback), "another browser");
        URI again = come(attacker);
        victim.begin("company");
        SigningIn.expectRefusal(victim.back(again), "another browser");
    }

    @Test
    void refusesAnAnswerForAnotherWay() {
        SigningIn mara = somebody();
        String callback = come(mara).toString().replace("/company/", "/strange/");
        SigningIn.expectRefusal(mara.back(URI.create(callback)), "another provider");
    }

    @Test
    void refusesAnAnswerThatAnotherIssuerGives() {
        SigningIn mara = somebody();
        SigningIn.expectRefusal(
                mara.back(with(come(mara), "iss", "http%3A%2F%2Fevil.example")), "Another provider answered");
        URI lacking = URI.create(come(mara).toString().replaceFirst("&iss=[^&]*|iss=[^&]*&", ""));
        SigningIn.expectRefusal(mara.back(lacking), "Another provider answered");
    }

    @Test
    void refusesACodeThatWasUsed() {
        SigningIn mara = somebody();
        URI first = come(mara);
        SigningIn.expectEntry(mara.back(first));
        String state = SigningIn.parameter(mara.begin("company"), "state");
        assertNotEquals(SigningIn.parameter(first, "state"), state);
        SigningIn.expectRefusal(mara.back(with(first, "state", state)), "used before");
    }

    /** Somebody else's code, put into one's own sign-in: the verifier is another. */
    @Test
    void refusesACodeThatWasMadeForAnother() {
        SigningIn victim = somebody();
        String code = SigningIn.parameter(come(victim), "code");
        SigningIn attacker = somebody();
        SigningIn.expectRefusal(attacker.back(with(come(attacker), "code", code)), "used before");
    }

    static List<String> twists() {
        return List.copyOf(forgeries().keySet());
    }

    private static Map<String, TwistingProxy.Twist> forgeries() {
        Map<String, TwistingProxy.Twist> forgeries = new TreeMap<>();
        forgeries.put("nonce", FORGED.claims(claims -> claims.put("nonce", "another")));
        forgeries.put("no nonce", FORGED.claims(claims -> claims.remove("nonce")));
        forgeries.put("issuer", FORGED.claims(claims -> claims.put("iss", "https://evil.example")));
        forgeries.put("audience", FORGED.claims(claims -> claims.put("aud", "other")));
        forgeries.put("azp", FORGED.claims(claims -> claims.put("azp", "other")));
        forgeries.put(
                "expired",
                FORGED.claims(claims -> claims.put("exp", claims.path("iat").asLong() - 120)));
        forgeries.put(
                "not yet",
                FORGED.claims(claims -> claims.put("nbf", claims.path("iat").asLong() + 600)));
        forgeries.put(
                "future",
                FORGED.claims(claims -> claims.put("iat", claims.path("iat").asLong() + 600)));
        forgeries.put("no subject", FORGED.claims(claims -> claims.remove("sub")));
        forgeries.put("algorithm none", FORGED.unsigned());
        forgeries.put("algorithm HS256", FORGED.signedByThePublicKey());
        forgeries.put("another key", FORGED.signedBy(ForgedTokens.begin()));
        forgeries.put("userinfo", FORGED.userinfo(person -> person.put("sub", "admin")));
        return forgeries;
    }

    @ParameterizedTest
    @MethodSource("twists")
    void refusesTokensThatAreNotGood(String twist) {
        SigningIn mara = somebody();
        URI callback = come(mara);
        proxy.twist(forgeries().get(twist));
        SigningIn.expectRefusal(
                mara.back(callback), twist.equals("userinfo") ? "somebody else" : "ID token is not good");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https:evil.example",
                "/%5Cevil.example",
                "%2f%2fevil.example",
                "javascript:alert(1)"
            })
    void goesNowhereElseAfterwards(String wanted) {
        SigningIn mara = somebody();
        URI asked = mara.begin("company?return=" + wanted);
        HttpResponse<String> entered = mara.back(mara.atTheProvider(asked, "mara"));
        SigningIn.expectEntry(entered);
        assertEquals(portal.address() + "/", SigningIn.location(entered).toString());
    }

    @Test
    void tellsTheAuditWhoCameInAndWhyOthersDidNotAndNoSecrets() {
        SigningIn mara = somebody();
        URI callback = come(mara);
        SigningIn.expectEntry(mara.back(callback));
        SigningIn.expectRefusal(mara.back(callback), "is not known");
        String acts = portal.administrator()
                .get("/api/audit?act=session.create&limit=500")
                .expect(200)
                .text();
        JsonNode done = portal.administrator()
                .get("/api/audit?act=session.create&outcome=DONE&caller=user:default/mara")
                .expect(200)
                .json()
                .at("/items/0");
        assertEquals("sign-in-oidc", done.path("through").asText());
        assertEquals(
                "sign-in-oidc/company: subject mara of " + proxy.origin(),
                done.path("detail").asText());
        for (String secret :
                List.of(SigningIn.parameter(callback, "code"), SigningIn.parameter(callback, "state"), "e2e:secret")) {
            assertFalse(acts.contains(secret), acts);
            assertFalse(portal.errors().contains(secret), portal::errors);
        }
    }
}
