package org.callboard.core.web;

import java.nio.file.Path;
import org.callboard.core.entity.Sha256;
import org.jspecify.annotations.Nullable;

/** The bytes of a page, and the hash by which two are told apart. */
final class Body {

    static final Body EMPTY = new Body(new byte[0]);

    private final byte[] bytes;
    private final String hash;
    private final @Nullable Path file;

    /** Takes the array as it is; nobody may change it afterwards. */
    Body(byte[] bytes) {
        this(bytes, Sha256.hex(bytes), null);
    }

    private Body(byte[] bytes, String hash, @Nullable Path file) {
        this.bytes = bytes;
        this.hash = hash;
        this.file = file;
    }

    /** {@return what is in a file, and nowhere else} */
    static Body in(Path file, String hash) {
        return new Body(new byte[0], hash, file);
    }

    byte[] bytes() {
        return bytes;
    }

    String hash() {
        return hash;
    }

    /** {@return the file that it is in}; null where it is in memory */
    @Nullable Path file() {
        return file;
    }

    static String hash(String text) {
        return Sha256.hex(text);
    }
}
