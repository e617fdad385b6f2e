package org.callboard.core.revision;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.core.archive.Wording;

/**
 * What came out of a plugin's code, without the wrappers around it.
 *
 * @param type its class
 * @param isFromInitialiser whether a static initialiser was running
 */
record Thrown(String type, String message, boolean isFromInitialiser) {

    private static final String CAUSE = "Caused by: ";
    private static final int LONGEST_MESSAGE = 200;
    private static final Pattern CLASS_FILE = Pattern.compile("^(\\S+) has been .*class file version (\\d+)");
    private static final Pattern CAST =
            Pattern.compile("class ([\\w.$]+) cannot be cast to class ([\\w.$]+)", Pattern.DOTALL);

    /** {@return the innermost cause: framework and reflection wrap what code throws} */
    static Thrown of(Throwable thrown) {
        Throwable root = thrown;
        boolean isFromInitialiser = false;
        while (true) {
            isFromInitialiser |= root instanceof ExceptionInInitializerError;
            if (root.getCause() == null || root.getCause() == root) {
                return new Thrown(root.getClass().getName(), String.valueOf(root.getMessage()), isFromInitialiser);
            }
            root = root.getCause();
        }
    }

    /** {@return the innermost cause in a printed stack trace} */
    static Thrown ofTrace(String trace) {
        int cause = trace.lastIndexOf(CAUSE);
        String line = trace.substring(cause < 0 ? 0 : cause + CAUSE.length()).split("\\R", 2)[0];
        String[] parts = line.split(": ", 2);
        return new Thrown(
                parts[0].strip(),
                parts.length > 1 ? parts[1] : "null",
                trace.contains(ExceptionInInitializerError.class.getName()));
    }

    /** What it means for the plugin: cause and fix. */
    record Meaning(String cause, String fix) {}

    /**
     * {@return what it means}
     *
     * @param part what was running, as the sentence begins: {@code Its activator}
     */
    Meaning meaning(String part) {
        String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        return switch (simple) {
            case "NoClassDefFoundError", "ClassNotFoundException" -> missingClass(part);
            case "UnsupportedClassVersionError" -> laterJava(part);
            case "ClassCastException" -> foreignCast(part);
            case "AbstractMethodError", "NoSuchMethodError", "NoSuchFieldError", "IncompatibleClassChangeError" ->
                new Meaning(
                        part + " was compiled against another version of what it calls: " + text() + ".",
                        "Build it anew, against the plugin API of this portal and with libraries that fit together.");
            case "TimeoutException" ->
                new Meaning(
                        part + " did not come back in time.",
                        "Return soon: leave what takes long, or waits for others, to a thread of the plugin's own.");
            default ->
                new Meaning(
                        (isFromInitialiser ? part + " needs a class whose static initialiser threw " : part + " threw ")
                                + simple
                                + (message.equals("null") ? "." : ": " + text() + "."),
                        "Mend that; the plugin's log shows where it happened.");
        };
    }

    private Meaning missingClass(String part) {
        // "a/B", or "a.B not found by ..."
        String name = message.split("\\s", 2)[0].replace('/', '.');
        int dot = name.lastIndexOf('.');
        String home = dot < 0 ? "the package without a name" : "the package " + name.substring(0, dot);
        return new Meaning(
                part + " needs the class " + name + ", which is neither in the jar nor imported.",
                "Embed the library that has " + home + ", or import that package from whoever offers it.");
    }

    private Meaning laterJava(String part) {
        Matcher numbers = CLASS_FILE.matcher(message);
        if (!numbers.find()) {
            return new Meaning(part + " needs a class for a later Java.", "Embed libraries that run on this Java.");
        }
        int version = Integer.parseInt(numbers.group(2));
        int runs = Runtime.version().feature();
        return new Meaning(
                part + " needs the class " + numbers.group(1).replace('/', '.') + ", which is for Java "
                        + (version - 44) + " (class file version " + version + "); this portal runs on Java " + runs
                        + " (up to " + (runs + 44) + ").",
                "Embed a version of that library for Java " + runs + ", or run the portal on a newer Java.");
    }

    private Meaning foreignCast(String part) {
        Matcher types = CAST.matcher(message);
        if (!types.find()) {
            return new Meaning(part + " took an object for what it is not.", "Mend that.");
        }
        if (types.group(2).endsWith(".BundleActivator")) {
            return new Meaning(
                    "Its header Bundle-Activator names the class " + types.group(1) + ", which is no activator.",
                    "Leave the header out: components need no activator.");
        }
        boolean isCopy = types.group(1).equals(types.group(2));
        return new Meaning(
                part + " took " + types.group(1) + " for " + types.group(2)
                        + (isCopy ? ", of which there are two: one is the plugin's own copy." : ", which it is not."),
                isCopy
                        ? "Give the dependency that brings it the scope provided."
                        : "Mend that; the plugin's log shows where it happened.");
    }

    private String text() {
        String line = Wording.line(message.split("\\R", 2)[0].strip(), LONGEST_MESSAGE);
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
