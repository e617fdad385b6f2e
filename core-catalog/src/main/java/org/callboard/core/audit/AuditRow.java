package org.callboard.core.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.callboard.api.model.Json;
import org.callboard.core.entity.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A row of the log.
 *
 * @param at when, in microseconds at the finest
 * @param hash what was written beside it; null where nobody wrote any
 */
public record AuditRow(
        long number, Instant at, Act act, @Nullable String hash) {

    /** {@return what the next row follows} */
    Link link() {
        return new Link(number, hash == null ? "" : hash);
    }

    /** {@return whether it was written behind this one, and is as it was then} */
    boolean follows(Link before) {
        return hashAfter(before.hash()).equals(hash);
    }

    /**
     * {@return the SHA-256 of the hash of the row before and its own fields} Each is written as its length in bytes, a colon,
     * its UTF-8 and a comma, and one that is absent as a hyphen and a comma: no two rows are written alike.
     */
    String hashAfter(String before) {
        MessageDigest digest = Sha256.digest();
        for (@Nullable String field : Arrays.asList(
                before,
                Long.toString(number),
                at.toString(),
                act.caller(),
                act.through(),
                act.plugin(),
                act.name(),
                act.subject(),
                act.outcome(),
                act.detail(),
                act.request())) {
            digest.update(written(field));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] written(@Nullable String field) {
        if (field == null) {
            return new byte[] {'-', ','};
        }
        int length = field.getBytes(StandardCharsets.UTF_8).length;
        return (length + ":" + field + ",").getBytes(StandardCharsets.UTF_8);
    }

    /** {@return the row as it is shown and exported, with all that its hash is of} */
    public Json.Obj json() {
        return Json.object()
                .put("number", number)
                .put("at", at.toString())
                .put("caller", act.caller())
                .put("through", text(act.through()))
                .put("plugin", text(act.plugin()))
                .put("act", act.name())
                .put("subject", act.subject())
                .put("outcome", act.outcome())
                .put("detail", text(act.detail()))
                .put("request", text(act.request()))
                .put("hash", text(hash))
                .build();
    }

    private static Json text(@Nullable String value) {
        return value == null ? Json.Null.NULL : Json.of(value);
    }
}
