package org.callboard.core.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest by which contents are compared. */
public final class Sha256 {

    private Sha256() {}

    /** {@return the digest of a text in UTF-8, hexadecimal} */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return the digest, hexadecimal} */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(of(bytes));
    }

    /** {@return the digest, 32 bytes} */
    public static byte[] of(byte[] bytes) {
        return digest().digest(bytes);
    }

    /** {@return a new computation, for contents that come in pieces} */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
