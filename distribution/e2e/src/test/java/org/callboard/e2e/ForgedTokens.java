package org.callboard.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes other ID tokens out of those of a provider, signed with a key that the proxy adds to the provider's own. */
final class ForgedTokens {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY_ID = "proxy";

    private final KeyPair key;

    private ForgedTokens(KeyPair key) {
        this.key = key;
    }

    static ForgedTokens begin() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new ForgedTokens(generator.generateKeyPair());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Signs other claims as the provider would. */
    TwistingProxy.Twist claims(Consumer<ObjectNode> change) {
        return tokens(token -> {
            ObjectNode claims = claims(token);
            change.accept(claims);
            return signed(claims);
        });
    }

    /** Leaves the claims as they are, and the signature out. */
    TwistingProxy.Twist unsigned() {
        return tokens(token -> head("none") + "." + encoded(claims(token).toString()) + ".");
    }

    /** Leaves the claims as they are, and takes the public key for a secret. */
    TwistingProxy.Twist signedByThePublicKey() {
        return tokens(token -> {
            String signed = head("HS256") + "." + encoded(claims(token).toString());
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key.getPublic().getEncoded(), "HmacSHA256"));
                return signed + "." + encoded(mac.doFinal(PluginJar.bytes(signed)));
            } catch (GeneralSecurityException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    /** Leaves the claims as they are, and signs them with a key that nobody publishes. */
    TwistingProxy.Twist signedBy(ForgedTokens other) {
        return tokens(token -> other.signed(claims(token)));
    }

    /** Changes what is said of the person, whose token stays as it is. */
    TwistingProxy.Twist userinfo(Consumer<ObjectNode> change) {
        return (path, answer) -> {
            if (!path.equals("/me")) {
                return keys(path, answer);
            }
            ObjectNode person = (ObjectNode) read(answer);
            change.accept(person);
            return person.toString();
        };
    }

    /** Makes another token of the one that is given. */
    private interface Forging {
        String forged(String token);
    }

    private TwistingProxy.Twist tokens(Forging forging) {
        return (path, answer) -> {
            if (!path.equals("/token") || !answer.contains("id_token")) {
                return keys(path, answer);
            }
            ObjectNode tokens = (ObjectNode) read(answer);
            return tokens.put("id_token", forging.forged(tokens.path("id_token").asText()))
                    .toString();
        };
    }

    private String keys(String path, String answer) {
        if (!path.equals("/jwks")) {
            return answer;
        }
        RSAPublicKey open = (RSAPublicKey) key.getPublic();
        ObjectNode keys = (ObjectNode) read(answer);
        keys.withArray("keys")
                .addObject()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS256")
                .put("kid", KEY_ID)
                .put("n", number(open.getModulus()))
                .put("e", number(open.getPublicExponent()));
        return keys.toString();
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return encoded(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String head(String algorithm) {
        return encoded("{\"alg\":\"" + algorithm + "\",\"kid\":\"" + KEY_ID + "\"}");
    }

    private String signed(ObjectNode claims) {
        String signed = head("RS256") + "." + encoded(claims.toString());
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(PluginJar.bytes(signed));
            return signed + "." + encoded(signature.sign());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static ObjectNode claims(String token) {
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return (ObjectNode) read(new String(payload, java.nio.charset.StandardCharsets.UTF_8));
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static String encoded(String text) {
        return encoded(PluginJar.bytes(text));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
