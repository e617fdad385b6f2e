package org.callboard.core.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of a page, and the hash by which two are told apart. */
final class Body {

    static final Body EMPTY = new Body(new byte[0]);

    private final byte[] bytes;
    private final String hash;

    /** Takes the array as it is; nobody may change it afterwards. */
    Body(byte[] bytes) {
        this.bytes = bytes;
        this.hash = hash(bytes);
    }

    byte[] bytes() {
        return bytes;
    }

    String hash() {
        return hash;
    }

    static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
