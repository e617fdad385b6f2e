package org.callboard.core.policy;

import java.util.Set;
import org.callboard.api.problem.SourcePosition;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a policy.
 *
 * @param permissions names of permissions; {@code *} and {@code catalog.*} stand for all that begin so
 * @param subjects the references of people and groups; {@link #EVERYONE} for whoever is signed in
 * @param where what it is limited to; null where it holds for the permission as a whole
 * @param words the rule as it is written, on one line
 */
public record Rule(
        Effect effect,
        Set<String> permissions,
        Set<String> subjects,
        @Nullable Where where,
        SourcePosition position,
        String words) {

    /** Stands for whoever is signed in. */
    static final String EVERYONE = "everyone";

    /** Stands for all permissions, and at the end of a name for all that begin so. */
    static final String ANY = "*";

    /** Copies the sets. */
    public Rule {
        permissions = Set.copyOf(permissions);
        subjects = Set.copyOf(subjects);
    }

    /** What a rule does. */
    public enum Effect {
        /** It gives permissions. */
        ALLOW,
        /** It takes them, whatever other rules give. */
        DENY
    }

    boolean isFor(Set<String> who) {
        return subjects.contains(EVERYONE) || subjects.stream().anyMatch(who::contains);
    }

    boolean isOn(String permission) {
        return permissions.stream().anyMatch(pattern -> covers(pattern, permission));
    }

    static boolean covers(String pattern, String permission) {
        return pattern.endsWith(ANY)
                ? permission.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(permission);
    }

    /** {@return the file and the line that it stands in, and its words} */
    @Override
    public String toString() {
        return position.target() + ":" + position.line() + ": " + words;
    }
}
