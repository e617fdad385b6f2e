package org.callboard.core.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.callboard.core.entity.Sha256;

/** Makes secrets and what may be stored of them. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Secrets() {}

    /** {@return 256 random bits, safe in a URL and in a header} */
    public static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** {@return the SHA-256 of a secret; it has enough bits of its own to need no salt} */
    static String hash(String secret) {
        return Sha256.hex(secret);
    }

    /** {@return whether two texts are equal, in a time that tells nothing about where they differ} */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
