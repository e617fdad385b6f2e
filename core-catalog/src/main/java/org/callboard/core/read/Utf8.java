package org.callboard.core.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.callboard.api.problem.SourcePosition;

/** Bytes to text, strictly: what is not UTF-8 is refused with the place of the first wrong byte. */
final class Utf8 {

    private static final String FIX = "Save the file as UTF-8.";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8() {}

    static String decode(byte[] bytes, String target) throws UnreadableException {
        refuseNul(bytes, target);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (result.isError()) {
            throw notUtf8(bytes, in.position(), target);
        }
        out.flip();
        return out.length() > 0 && out.charAt(0) == BYTE_ORDER_MARK
                ? out.subSequence(1, out.length()).toString()
                : out.toString();
    }

    private static void refuseNul(byte[] bytes, String target) throws UnreadableException {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                String guess = looksLikeUtf16(bytes) ? "; it looks like UTF-16" : "";
                throw new UnreadableException(
                        "not-utf-8",
                        new SourcePosition(target, line(bytes, i), 0),
                        "The file is no UTF-8 text: byte " + i + " is NUL" + guess + ".",
                        FIX);
            }
        }
    }

    private static boolean looksLikeUtf16(byte[] bytes) {
        return hasUtf16Mark(bytes) || (bytes.length % 2 == 0 && (bytes[0] == 0) != (bytes[1] == 0));
    }

    private static boolean hasUtf16Mark(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : bytes[0] & 0xFF;
        return (first == 0xFE || first == 0xFF) && first + (bytes[1] & 0xFF) == 0xFE + 0xFF;
    }

    private static UnreadableException notUtf8(byte[] bytes, int offset, String target) {
        String guess = hasUtf16Mark(bytes) ? "; it looks like UTF-16" : "";
        return new UnreadableException(
                "not-utf-8",
                new SourcePosition(target, line(bytes, offset), 0),
                "The file is no UTF-8 text: byte " + offset + " is 0x"
                        + Integer.toHexString(bytes[offset] & 0xFF).toUpperCase(Locale.ROOT)
                        + ", which can't stand there" + guess + ".",
                FIX);
    }

    private static int line(byte[] bytes, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
