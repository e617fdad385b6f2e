package org.callboard.plugin.webshell.definition;

import java.util.ArrayList;
import java.util.List;

/**
 * A command that calls an operation, to copy into a shell. Whatever comes out of the definition stands in single quotes, in
 * which a shell reads nothing but the quote itself.
 */
final class Curl {

    private final List<String> lines = new ArrayList<>();

    Curl(String method, String address) {
        lines.add("curl -X " + quoted(method) + " " + quoted(address));
    }

    void header(String name, String value) {
        lines.add("-H " + quoted(name + ": " + value));
    }

    /** Adds a header whose value the reader has in a variable. */
    void secret(String name, String prefix, String variable) {
        lines.add("-H " + quoted(name + ": " + prefix) + "\"$" + variable + "\"");
    }

    void user() {
        lines.add("-u \"$USER_NAME:$PASSWORD\"");
    }

    void body(String text) {
        lines.add("-d " + quoted(text, "\n"));
    }

    String text() {
        return String.join(" \\\n  ", lines);
    }

    private static String quoted(String text) {
        return quoted(text, " ");
    }

    private static String quoted(String text, String lineEnd) {
        String tame = text.replaceAll("\\R", lineEnd).replaceAll("[\\p{Cntrl}&&[^\n]]", "");
        return tame.matches("[A-Za-z]+") ? tame : "'" + tame.replace("'", "'\\''") + "'";
    }
}
