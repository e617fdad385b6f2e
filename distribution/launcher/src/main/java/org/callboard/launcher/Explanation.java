package org.callboard.launcher;

import java.io.IOException;

/** Why something failed, in lines for the terminal: what, cause, fix. */
final class Explanation {

    private Explanation() {}

    /** {@return what an error answer says} */
    static String of(int status, String body) {
        Tree error;
        try {
            error = Tree.parse(body).at("error");
        } catch (IOException noJson) {
            return "The portal answered HTTP " + status + ".";
        }
        if (!error.text("diagnosis", "summary").isEmpty()) {
            return of(error.at("diagnosis"), "");
        }
        String message = error.text("message");
        return (message.isEmpty() ? "The portal answered HTTP " + status + "." : message)
                + line("  ", error.text("hint"));
    }

    /** {@return a diagnosis, its second line and those behind indented} */
    static String of(Tree diagnosis, String indent) {
        return indent
                + diagnosis.text("summary")
                + line(indent + "  ", diagnosis.text("cause"))
                + line(indent + "  ", diagnosis.text("fix"));
    }

    private static String line(String indent, String text) {
        return text.isEmpty() ? "" : System.lineSeparator() + indent + text;
    }
}
