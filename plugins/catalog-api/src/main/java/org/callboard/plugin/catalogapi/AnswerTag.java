package org.callboard.plugin.catalogapi;

import java.util.Collections;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * The ETag of an answer, made of the bytes of it alone: so it outlives a restart and is the same on every node. Two
 * checksums cost less than the shortest digest; nobody gains anything by two answers that have the same.
 */
final class AnswerTag {

    private AnswerTag() {}

    /** {@return a weak tag, since the bytes may still be packed on their way} */
    static String of(byte[] bytes, int length) {
        return "W/\"" + Integer.toHexString(length) + "-" + sum(new CRC32C(), bytes, length)
                + sum(new CRC32(), bytes, length) + "\"";
    }

    /** {@return whether a client has this version already} */
    static boolean isAmong(String tag, Enumeration<String> ifNoneMatch) {
        String opaque = opaque(tag);
        for (String header : Collections.list(ifNoneMatch)) {
            for (String known : header.split(",", -1)) {
                String trimmed = known.trim();
                if (trimmed.equals("*") || opaque(trimmed).equals(opaque)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    private static String sum(Checksum checksum, byte[] bytes, int length) {
        checksum.update(bytes, 0, length);
        return Long.toHexString(checksum.getValue() | 1L << Integer.SIZE).substring(1);
    }
}
