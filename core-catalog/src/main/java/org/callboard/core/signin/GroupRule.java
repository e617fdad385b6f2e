package org.callboard.core.signin;

import java.util.Optional;

/**
 * One of {@code auth.groups}: which groups of the catalog an issuer's groups are.
 *
 * @param issuer whose groups
 * @param is how they are found
 * @param text the group's name there, or what it begins with
 * @param group the reference of the group, in which {@code {value}} stands for the rest of the name
 */
public record GroupRule(String issuer, Is is, String text, String group) {

    /** How a group is found by a text. */
    public enum Is {
        /** It has this name. */
        NAMED,
        /** Its name begins so. */
        PREFIXED
    }

    /** {@return the group of the catalog} */
    Optional<String> group(String by, String claimed) {
        if (!issuer.equals(by)) {
            return Optional.empty();
        }
        if (is == Is.NAMED) {
            return Optional.of(group).filter(known -> claimed.equals(text));
        }
        return claimed.startsWith(text)
                ? PeopleRule.name(claimed.substring(text.length())).map(value -> group.replace(PeopleRule.VALUE, value))
                : Optional.empty();
    }
}
