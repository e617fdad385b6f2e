package org.callboard.launcher;

import java.util.Locale;
import java.util.Map;
import javax.lang.model.SourceVersion;
import org.callboard.launcher.Options.UsageException;

/**
 * What a new plugin is called, and for whom it is.
 *
 * @param type the package of its classes
 * @param owner the reference of who answers for it
 * @param portal the address of the portal, without a slash at its end
 */
record NewPlugin(String id, String type, String owner, String portal) {

    private static final String ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final int LONGEST_ID = 63;
    private static final String PACKAGE = "[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)+";
    private static final String OWNER = "(group|user):[A-Za-z0-9._-]{1,63}/[A-Za-z0-9._-]{1,63}";
    private static final String ADDRESS = "https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?";
    private static final String VERSION = "1.0.0-SNAPSHOT";

    static NewPlugin of(Words words) throws UsageException, CommandException {
        String id = id(words.one("NAME"));
        String type = words.value("--package").orElse("org.callboard.plugin." + id.replace("-", ""));
        check(type, PACKAGE, "package", "such as com.example.helloteam");
        if (!SourceVersion.isName(type)) {
            throw wrong("'" + type + "' holds a word that Java keeps for itself.", "Choose another with --package.");
        }
        String owner = words.value("--owner").orElse("group:default/my-team");
        check(owner, OWNER, "owner", "such as group:default/payments");
        String portal = words.value("--portal").orElse(Options.LOCAL).replaceFirst("/+$", "");
        check(portal, ADDRESS, "address of a portal", "such as " + Options.LOCAL);
        return new NewPlugin(id, type, owner, portal);
    }

    private static String id(String name) throws CommandException {
        if (name.length() > LONGEST_ID || !name.matches(ID)) {
            throw wrong(
                    "'" + name + "' is no id for a plugin.",
                    "Take lower-case letters, digits and single hyphens, such as hello-team; at most " + LONGEST_ID
                            + " characters.");
        }
        return name;
    }

    private static void check(String value, String pattern, String what, String example) throws CommandException {
        if (!value.matches(pattern)) {
            throw wrong("'" + value + "' is no " + what + ".", "Give one " + example + ".");
        }
    }

    private static CommandException wrong(String what, String fix) {
        return new CommandException(ExitCode.USAGE, what + System.lineSeparator() + "  " + fix);
    }

    /**
     * {@return what the templates' placeholders stand for}
     *
     * @param version of the parent
     * @param repository where Maven finds the parent
     */
    Map<String, String> values(String version, String repository) {
        return Map.of(
                "artifactId", id,
                "groupId", type.substring(0, type.lastIndexOf('.')),
                "package", type,
                "version", VERSION,
                "title", title(),
                "owner", owner,
                "portal", portal,
                "repository", repository,
                "callboard", version,
                "gitignore", ".gitignore");
    }

    private String title() {
        String words = id.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
