package org.callboard.plugin.scorecards.standard;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The ids of things in one list, each once. */
final class Ids {

    private static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private final String what;
    private final Set<String> seen = new HashSet<>();

    /** Of these things, in one word. */
    Ids(String what) {
        this.what = what;
    }

    /** The id of an item; what is wrong with it is told. */
    String read(Piece item) {
        Piece id = item.get("id");
        String text = id.required("what others call the " + what);
        if (text.isEmpty()) {
            return text;
        }
        if (!ID.matcher(text).matches()) {
            id.flaw("'" + text + "' is no id.", "Use lower-case letters, digits and hyphens, 63 at the most.");
        }
        if (!seen.add(text)) {
            id.flaw("There is another " + what + " with the id '" + text + "'.", "Give one of them another id.");
        }
        return text;
    }
}
