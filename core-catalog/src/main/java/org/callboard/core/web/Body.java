package org.callboard.core.web;

import org.callboard.core.entity.Sha256;

/** The bytes of a page, and the hash by which two are told apart. */
final class Body {

    static final Body EMPTY = new Body(new byte[0]);

    private final byte[] bytes;
    private final String hash;

    /** Takes the array as it is; nobody may change it afterwards. */
    Body(byte[] bytes) {
        this.bytes = bytes;
        this.hash = Sha256.hex(bytes);
    }

    byte[] bytes() {
        return bytes;
    }

    String hash() {
        return hash;
    }

    static String hash(String text) {
        return Sha256.hex(text);
    }
}
