package org.callboard.plugin.webshell.definition;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.callboard.api.model.Json;
import org.jspecify.annotations.Nullable;

/** A tree with references in it, of which those inside it are followed and no others. */
final class Document {

    private static final int MOST_STEPS = 20;
    private static final String REF = "$ref";

    final Json.Obj root;
    final Limits limits;
    private final Map<String, String> targets = new HashMap<>();

    Document(Json.Obj root, Limits limits) {
        this.root = root;
        this.limits = limits;
    }

    /** Remembers which item tells of the value at a reference. */
    void announce(String reference, String id) {
        targets.put(reference, id);
    }

    /** {@return the id of the item that tells of the value at a reference; empty for none} */
    String target(String reference) {
        return targets.getOrDefault(reference, "");
    }

    /** {@return what the value refers to, or else the value; empty where it is no object or leads nowhere} */
    Json.Obj follow(@Nullable Json value) {
        Json here = value;
        for (int step = 0; step < MOST_STEPS; step++) {
            String reference = reference(here);
            if (reference == null) {
                return here instanceof Json.Obj object ? object : Json.Obj.EMPTY;
            }
            here = at(reference);
        }
        limits.note("References lead in a circle: " + reference(value));
        return Json.Obj.EMPTY;
    }

    /** {@return where the value refers to, or null} */
    static @Nullable String reference(@Nullable Json value) {
        return value instanceof Json.Obj object ? object.text(REF).orElse(null) : null;
    }

    /** {@return the last step of a reference} */
    static String name(String reference) {
        return decoded(reference.substring(Math.max(reference.lastIndexOf('/'), reference.lastIndexOf('#')) + 1));
    }

    private @Nullable Json at(String reference) {
        if (!reference.startsWith("#/")) {
            limits.note("It refers to " + reference + ", which is outside of it and is not fetched.");
            return null;
        }
        Json here = root;
        for (String step : reference.substring(2).split("/", -1)) {
            here = child(here, decoded(step));
            if (here == null) {
                limits.note("It refers to " + reference + ", which it does not have.");
                return null;
            }
        }
        return here;
    }

    private static @Nullable Json child(Json parent, String step) {
        if (parent instanceof Json.Arr array && step.matches("[0-9]{1,6}")) {
            int index = Integer.parseInt(step);
            return index < array.items().size() ? array.items().get(index) : null;
        }
        return parent instanceof Json.Obj object ? object.get(step) : null;
    }

    private static String decoded(String step) {
        String plain = step.replace("~1", "/").replace("~0", "~");
        try {
            return plain.contains("%") ? URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8) : plain;
        } catch (IllegalArgumentException malformed) {
            return plain;
        }
    }
}
