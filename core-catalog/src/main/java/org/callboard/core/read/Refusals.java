package org.callboard.core.read;

import org.callboard.api.problem.SourcePosition;
import org.callboard.core.entity.Texts;

/** Refusals that YAML and JSON have in common. */
final class Refusals {

    private Refusals() {}

    static UnreadableException duplicateKey(String key, int firstLine, SourcePosition again) {
        return new UnreadableException(
                "duplicate-key",
                again,
                "The key " + Texts.quote(key) + " stands twice in one object: on line " + firstLine + " and on line "
                        + again.line() + ".",
                "Keep one of the two lines.");
    }

    static UnreadableException tooDeep(int limit, SourcePosition place) {
        return new UnreadableException(
                "too-deep", place, "Lists and objects nest deeper than " + limit + " levels.", "Flatten the document.");
    }

    static UnreadableException badCharacter(String text, SourcePosition place) {
        return new UnreadableException(
                "bad-character",
                place,
                "The text " + Texts.quote(text) + " holds NUL or half of a surrogate pair.",
                "Take the escape out, or write the character itself.");
    }

    static UnreadableException numberRange(String text, SourcePosition place) {
        return new UnreadableException(
                "number-range",
                place,
                "The number " + Texts.quote(text) + " is not one that the catalog can hold.",
                "Put it in quotes if it is meant to be a text; otherwise write a smaller number.");
    }

    static boolean isClean(String text) {
        return text.indexOf('\0') < 0 && !Texts.hasLoneSurrogate(text);
    }
}
