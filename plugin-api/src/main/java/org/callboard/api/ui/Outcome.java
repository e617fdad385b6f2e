package org.callboard.api.ui;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How it went when a button was pressed or a form sent. The view is made again and shown anew, except where inputs are
 * faulty.
 *
 * @param status OK where it was done
 * @param message a sentence for whoever did it, 2 000 characters at most; may be empty where inputs are faulty
 * @param faults what is wrong with inputs, by their names
 * @param next the path of the page to go to, from the portal's root; empty to stay
 */
public record Outcome(Status status, String message, Map<String, String> faults, String next) {

    /** Copies the faults, in their order. */
    public Outcome {
        faults = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    }

    /** {@return that it was done, with a sentence about it} */
    public static Outcome done(String message) {
        return new Outcome(Status.OK, message, Map.of(), "");
    }

    /** {@return that it could not be done, and why} */
    public static Outcome failed(String reason) {
        return new Outcome(Status.ERROR, reason, Map.of(), "");
    }

    /** {@return that an input is faulty, and why; nothing was done} */
    public static Outcome faulty(String input, String reason) {
        return new Outcome(Status.ERROR, "", Map.of(input, reason), "");
    }

    /** {@return that inputs are faulty, and why, by their names; nothing was done} */
    public static Outcome faulty(Map<String, String> reasons) {
        return new Outcome(Status.ERROR, "", reasons, "");
    }

    /** {@return this outcome with one more faulty input} */
    public Outcome and(String input, String reason) {
        Map<String, String> more = new LinkedHashMap<>(faults);
        more.put(input, reason);
        return new Outcome(Status.ERROR, message, more, next);
    }

    /** {@return this outcome, and then another page} */
    public Outcome goTo(String path) {
        return new Outcome(status, message, faults, path);
    }
}
