package org.callboard.core.audit;

import org.callboard.api.model.Json;
import org.jspecify.annotations.Nullable;

/**
 * What came of comparing the log with its hashes.
 *
 * @param rows how many rows there are
 * @param before the last row that was forgotten
 * @param head the last row that was written, to be noted where nobody can change it
 * @param broken where it is broken first, or null where it is whole
 */
public record Verification(
        long rows, Link before, Link head, @Nullable Break broken) {

    /**
     * A place where the log is not as it was written.
     *
     * @param number the first row that is concerned
     */
    public record Break(long number, Kind kind) {

        String message() {
            return "Row " + number + " " + kind.words + ".";
        }
    }

    /** What was done to the log. */
    public enum Kind {
        /** A row is another. */
        CHANGED("is not as it was written"),
        /** A row is there that was not written by the portal. */
        INSERTED("was not written by the portal"),
        /** A row is gone, and maybe more behind it. */
        REMOVED("was removed");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** {@return what the API answers} */
    public Json.Obj json() {
        return Json.object()
                .put("intact", broken == null ? Json.Bool.TRUE : Json.Bool.FALSE)
                .put("rows", rows)
                .put("before", json(before))
                .put("head", json(head))
                .put("broken", broken == null ? Json.Null.NULL : json(broken))
                .build();
    }

    private static Json.Obj json(Link link) {
        return Json.object()
                .put("number", link.number())
                .put("hash", link.hash())
                .build();
    }

    private static Json.Obj json(Break broken) {
        return Json.object()
                .put("number", broken.number())
                .put("kind", broken.kind().name())
                .put("message", broken.message())
                .build();
    }
}
