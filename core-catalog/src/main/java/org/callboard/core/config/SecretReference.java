package org.callboard.core.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A secret that a plugin fetches, written as a dollar sign with scheme, colon and key in braces.
 *
 * @param scheme the id of the extension that knows it
 * @param key what that finds it by
 */
public record SecretReference(String scheme, String key) {

    /** A colon with a hyphen behind it is that of a variable's default. */
    private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9-]*):(?!-)(.+)");

    static Optional<SecretReference> of(String expression) {
        Matcher matcher = FORM.matcher(expression);
        return matcher.matches()
                ? Optional.of(new SecretReference(matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return scheme + ":" + key;
    }
}
