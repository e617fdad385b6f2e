package org.callboard.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where the token is that a command sends: in {@code CALLBOARD_TOKEN}, or in the storage folder of the portal here. */
record Token(Map<String, String> environment, Path file) {

    String find() throws CommandException {
        String given = environment.get("CALLBOARD_TOKEN");
        if (given != null && !given.isBlank()) {
            return given.strip();
        }
        try {
            if (Files.isReadable(file)) {
                return Files.readString(file).strip();
            }
        } catch (IOException unreadable) {
            // said below
        }
        throw new CommandException(
                ExitCode.NOT_ALLOWED,
                "There is no token: set CALLBOARD_TOKEN, or run this as the user who runs the portal.");
    }
}
