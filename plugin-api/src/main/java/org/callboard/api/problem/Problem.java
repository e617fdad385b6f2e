package org.callboard.api.problem;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a descriptor, kept as data and shown to its owner.
 *
 * @param level how bad it is
 * @param code a short stable name such as {@code yaml-syntax}, for tools
 * @param entityRef the canonical reference of the entity concerned, or null where the document gives none
 * @param position where it is
 * @param reason one sentence: what is wrong, quoting the value
 * @param fix one sentence: what to do
 */
public record Problem(
        Level level, String code, @Nullable String entityRef, SourcePosition position, String reason, String fix) {

    /** How bad a problem is. */
    public enum Level {
        /** Nothing is lost; the owner may want to know. */
        INFO,
        /** The entity is served, and something in it does not work. */
        WARNING,
        /** The document was not taken; an earlier good version, if there was one, is still served. */
        ERROR
    }

    /** {@return this problem with the entity it belongs to} */
    public Problem of(String ref) {
        return new Problem(level, code, ref, position, reason, fix);
    }
}
