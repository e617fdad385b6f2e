package org.callboard.core.process;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.entity.Sha256;

/** Tells whether a document came to anything new. */
final class ResultHash {

    private static final JsonCodec CODEC = new JsonCodec();

    private ResultHash() {}

    static String of(Json.Obj document, List<EmittedRelation> relations) {
        MessageDigest digest = Sha256.start();
        digest.update(CODEC.encode(document));
        for (EmittedRelation relation : relations) {
            String line = "\n" + relation.source() + " " + relation.type() + " " + relation.target();
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
