package org.callboard.core.signin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.callboard.api.signin.SignedInPerson;
import org.callboard.core.policy.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Who people are in the catalog, as the operator says.
 *
 * @param rules the first that knows somebody decides
 * @param groups the first that knows a group decides
 * @param guest the user who all are whom no rule knows; null where they are refused
 */
public record People(
        List<PeopleRule> rules,
        List<GroupRule> groups,
        @Nullable String guest) {

    /** Nobody. */
    public static final People NOBODY = new People(List.of(), List.of(), null);

    /** Copies the rules. */
    public People {
        rules = List.copyOf(rules);
        groups = List.copyOf(groups);
    }

    /** {@return the user whom a rule makes of somebody} The administrator and the guest are nobody's to be. */
    Optional<String> user(SignedInPerson person) {
        return rules.stream()
                .flatMap(rule -> rule.user(person).stream())
                .findFirst()
                .filter(user -> !user.equals(Identity.ADMINISTRATOR.name()) && !user.equals(guest));
    }

    /** {@return the groups of the catalog that somebody is in by the issuer's word} */
    Set<String> groups(SignedInPerson person) {
        Set<String> found = new TreeSet<>();
        for (String claimed : person.groups()) {
            groups.stream()
                    .flatMap(rule -> rule.group(person.issuer(), claimed).stream())
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found;
    }
}
