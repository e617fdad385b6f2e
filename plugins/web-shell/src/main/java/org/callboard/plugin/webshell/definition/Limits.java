package org.callboard.plugin.webshell.definition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one definition may become at most, and what was left out for it; for one definition and one thread. */
final class Limits {

    static final int LONGEST_TEXT = 20_000;
    static final int DEEPEST = 6;

    private static final int MOST_ITEMS = 4_000;
    private static final int MOST_FIELDS = 60_000;
    private static final int MOST_NOTES = 20;
    private static final int LONGEST_NAME = 300;

    private final Set<String> notes = new LinkedHashSet<>();
    private final Set<String> ids = new LinkedHashSet<>();
    private int items = MOST_ITEMS;
    private int fields = MOST_FIELDS;

    void note(String note) {
        if (notes.size() < MOST_NOTES) {
            notes.add(cut(note, LONGEST_NAME));
        }
    }

    List<String> notes() {
        return new ArrayList<>(notes);
    }

    /** {@return whether there is room for one item more} */
    boolean takeItem() {
        if (items == 0) {
            note("There are more than " + MOST_ITEMS + " operations and types; the rest is in its text only.");
            return false;
        }
        items--;
        return true;
    }

    /** {@return whether there is room for one field more} */
    boolean takeField() {
        if (fields == 0) {
            note("There are more than " + MOST_FIELDS + " fields; the rest is in its text only.");
            return false;
        }
        fields--;
        return true;
    }

    /** {@return an id that nothing else has} */
    String id(String prefix, String name) {
        String base = prefix + "-" + cut(name, LONGEST_NAME).replaceAll("[^A-Za-z0-9._-]+", "-");
        String id = base;
        for (int n = 2; !ids.add(id); n++) {
            id = base + "-" + n;
        }
        return id;
    }

    static String text(String text) {
        return cut(text, LONGEST_TEXT);
    }

    static String name(String text) {
        return cut(text, LONGEST_NAME);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
