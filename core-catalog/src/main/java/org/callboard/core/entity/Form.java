package org.callboard.core.entity;

import java.util.List;
import java.util.function.Predicate;
import org.callboard.api.model.Json;

/**
 * What a value must be, where the shapes that plugins declare don't say enough.
 *
 * @param must as a sentence goes on after "must be"
 */
record Form(String must, Predicate<Json> takes, String fix) {

    /** A text that may be empty. */
    static final Form STRING =
            new Form("a text", Json.Text.class::isInstance, "Write a text; numbers need quotes to be one.");

    /** A text with something in it. */
    static final Form TEXT =
            new Form("a text of at least one character", Form::isText, "Write a text; numbers need quotes to be one.");

    static final Form OBJECT = new Form("an object", Json.Obj.class::isInstance, "Write fields 'key: value' below it.");

    static final Form LIST =
            new Form("a list", Json.Arr.class::isInstance, "Write a list: one line for each item, starting with '- '.");

    static final Form FILLED_LIST = new Form(
            "a list with at least one item",
            value -> value instanceof Json.Arr array && !array.items().isEmpty(),
            "Write one line for each item, starting with '- '.");

    static final Form OBJECT_OR_LIST = new Form(
            "an object or a list of objects",
            value -> value instanceof Json.Obj || value instanceof Json.Arr,
            "Write fields 'key: value' below it.");

    static final Form CONDITION = new Form(
            "a text, or true or false",
            value -> value instanceof Json.Text || value instanceof Json.Bool,
            "Write a condition as a text.");

    static final Form TEXT_OR_TEXTS = new Form(
            "a text or a list of texts",
            value -> isText(value)
                    || (value instanceof Json.Arr array
                            && array.items().stream().allMatch(Form::isText)),
            "Write one line for each text, starting with '- '.");

    private static boolean isText(Json value) {
        return value instanceof Json.Text text && !text.value().isEmpty();
    }

    /** {@return one of a few words} */
    static Form oneOf(List<String> words) {
        String list = String.join(" or ", words);
        return new Form(
                list, value -> value instanceof Json.Text text && words.contains(text.value()), "Write " + list + ".");
    }

    /** {@return a text with something in it, of so many characters at most} */
    static Form textUpTo(int length) {
        return new Form(
                "a text of 1 to " + length + " characters",
                value -> value instanceof Json.Text text
                        && !text.value().isEmpty()
                        && text.value().codePointCount(0, text.value().length()) <= length,
                "Shorten it.");
    }
}
