package org.callboard.core.hook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The proof that who sent something knows a secret: a signature over the body; GitLab sends the secret itself. */
final class HookSignature {

    private static final String HMAC = "HmacSHA256";
    private static final String PREFIX = "sha256=";

    /** GitHub's, which Gitea sends as well; that of Bitbucket. */
    private static final List<String> PREFIXED = List.of("X-Hub-Signature-256", "X-Hub-Signature");

    private static final List<String> BARE = List.of("X-Gitea-Signature", "X-Forgejo-Signature");
    private static final String GITLAB = "X-Gitlab-Token";

    private HookSignature() {}

    /** {@return whether one of those that came is right}, in a time that tells nothing of how wrong they are */
    static boolean isRight(String secret, Delivery delivery) {
        String expected = hmac(secret, delivery.body());
        boolean isRight = isSent(GITLAB, secret, delivery);
        for (String header : PREFIXED) {
            isRight |= isSent(header, PREFIX + expected, delivery);
        }
        for (String header : BARE) {
            isRight |= isSent(header, expected, delivery);
        }
        return isRight;
    }

    private static boolean isSent(String header, String expected, Delivery delivery) {
        return delivery.header(header)
                .filter(sent -> MessageDigest.isEqual(bytes(expected), bytes(sent)))
                .isPresent();
    }

    private static String hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(bytes(secret), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
