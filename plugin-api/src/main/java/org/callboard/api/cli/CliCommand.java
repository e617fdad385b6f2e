package org.callboard.api.cli;

import java.util.List;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.callboard.api.security.Permission;
import org.callboard.api.ui.Input;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A command of the command line: {@code callboard <plugin id> <id> [arguments]}. It runs in the portal; the terminal sends
 * what was typed and prints the answer. Its title is the line about it in {@code callboard help}.
 */
@ConsumerType
@ExtensionPoint("cli.command")
public interface CliCommand extends Extension {

    /**
     * {@return what it takes, checked before it runs} Each is an option of its name, {@code --month 2026-10}, one that is
     * ticked has no value, {@code --all}; and words that belong to no option fill the others in their order.
     */
    default List<Input> parameters() {
        return List.of();
    }

    /** {@return whether it reads what is piped into it} */
    default StandardInput standardInput() {
        return StandardInput.LEFT_ALONE;
    }

    /** {@return what callers need to see it and to run it} */
    default String permission() {
        return Permission.PORTAL_USE;
    }

    /** {@return what the terminal prints, and how the command ends} At once: the portal waits 5 s unless configured. */
    CliAnswer run(CliRequest request);

    /** Whether a command reads what is piped into it. */
    enum StandardInput {
        /** It doesn't. */
        LEFT_ALONE,
        /** As text, at most 1 000 000 characters. */
        READ
    }
}
