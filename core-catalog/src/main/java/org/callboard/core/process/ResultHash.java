package org.callboard.core.process;

import java.util.HexFormat;
import org.callboard.core.entity.Sha256;

/** Tells whether a document came to anything new. */
final class ResultHash {

    private ResultHash() {}

    static String of(byte[] encoded) {
        return HexFormat.of().formatHex(Sha256.start().digest(encoded));
    }
}
