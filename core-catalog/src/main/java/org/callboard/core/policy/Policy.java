package org.callboard.core.policy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A policy that has no problems: what no rule allows is denied, and what one denies no other allows.
 *
 * @param name what it is called: the name of its file
 * @param digest the SHA-256 of its text
 * @param text what is written in it
 * @param rules in the order in which they are written
 */
public record Policy(String name, String digest, String text, List<Rule> rules) {

    /** Copies the rules. */
    public Policy {
        rules = List.copyOf(rules);
    }

    /** {@return the permissions of plugins that it names and that are not among these, sorted} */
    public Set<String> unknown(Set<String> known) {
        return rules.stream()
                .flatMap(rule -> rule.permissions().stream())
                .filter(name -> !name.endsWith(Rule.ANY) && CorePermissions.isOfPlugins(name))
                .filter(name -> !known.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
