package org.callboard.plugin.scorecards.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.callboard.api.model.Json;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a standard that is being read: what it lacks or has too much of is told and read as something harmless.
 *
 * @param value what stands there; null where nothing does
 * @param path where it stands
 * @param flaws hears what is wrong
 */
record Piece(@Nullable Json value, String path, Consumer<Flaw> flaws) {

    private static final int LONGEST = 2_000;

    void flaw(String message, String fix) {
        flaws.accept(new Flaw(path, message, fix));
    }

    boolean isThere() {
        return value != null && value != Json.Null.NULL;
    }

    Piece get(String name) {
        Json field = value instanceof Json.Obj object ? object.get(name) : null;
        return new Piece(field, path.isEmpty() ? name : path + "." + name, flaws);
    }

    /** Tells of fields that mean nothing here. */
    void only(List<String> names) {
        if (value instanceof Json.Obj object) {
            for (String name : object.fields().keySet()) {
                if (!names.contains(name)) {
                    get(name)
                            .flaw(
                                    "There is no field '" + name + "' here.",
                                    "Known are " + String.join(", ", names) + ".");
                }
            }
        } else {
            flaw("'" + path + "' is no mapping.", "Write fields below it: " + String.join(", ", names) + ".");
        }
    }

    /** The items of a list, not more than so many. */
    List<Piece> items(int most) {
        List<Piece> items = new ArrayList<>();
        if (value instanceof Json.Arr array) {
            for (Json item : array.items()) {
                items.add(new Piece(item, path + "[" + items.size() + "]", flaws));
            }
        } else if (isThere()) {
            flaw("'" + path + "' is no list.", "Write its items below it, each behind a hyphen.");
        }
        if (items.size() > most) {
            flaw("'" + path + "' has " + items.size() + " items, and " + most + " are allowed.", "Split the standard.");
            return items.subList(0, most);
        }
        return items;
    }

    String text(String otherwise) {
        if (value instanceof Json.Text text) {
            if (text.value().length() <= LONGEST) {
                return text.value();
            }
            flaw("'" + path + "' is longer than " + LONGEST + " characters.", "Shorten it.");
        } else if (value instanceof Json.Num || value instanceof Json.Bool) {
            flaw("'" + path + "' is no text.", "Put it in quotes.");
        } else if (isThere()) {
            flaw("'" + path + "' is no text.", "Write a text.");
        }
        return otherwise;
    }

    String required(String what) {
        String text = text("");
        if (!isThere() || (value instanceof Json.Text && text.isBlank())) {
            flaw("'" + path + "' is missing: " + what + ".", "Write it.");
        }
        return text;
    }

    /** One of some words. */
    <T> T word(Map<String, T> words, T otherwise) {
        if (!isThere()) {
            return otherwise;
        }
        T known = words.get(text("").toLowerCase(Locale.ROOT));
        if (known == null) {
            flaw(
                    "'" + path + "' is none of the words that are known here.",
                    "Write one of "
                            + String.join(", ", words.keySet().stream().sorted().toList()) + ".");
            return otherwise;
        }
        return known;
    }

    /** What a text means, where it can be read. */
    <T> Optional<T> read(Reading<T> reading, String fix) {
        String text = text("");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<T> read = reading.read(text);
            if (read.isEmpty()) {
                flaw("'" + text + "' can't be used here.", fix);
            }
            return read;
        } catch (RuntimeException unreadable) {
            flaw("'" + text + "' can't be used here: " + unreadable.getMessage(), fix);
            return Optional.empty();
        }
    }

    /** How a text is read; what it throws is told. */
    interface Reading<T> {
        Optional<T> read(String text);
    }
}
