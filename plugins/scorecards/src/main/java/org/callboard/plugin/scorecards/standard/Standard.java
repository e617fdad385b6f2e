package org.callboard.plugin.scorecards.standard;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.api.model.EntityRef;
import org.callboard.plugin.scorecards.rule.Rule;

/**
 * What entities have to meet: checks, and tracks with levels of them.
 *
 * @param owner who answers for it, as it was written
 * @param version changes whenever anything of it does
 */
public record Standard(
        EntityRef ref,
        String title,
        String description,
        String owner,
        String version,
        Scope applies,
        List<Check> checks,
        List<Track> tracks,
        List<Exemption> exemptions) {

    /** The kind of entity that a standard is. */
    public static final String KIND = "Standard";
    /** The version of that kind. */
    public static final String API_VERSION = "callboard.org/v1alpha1";

    /** Copies the lists. */
    public Standard {
        checks = List.copyOf(checks);
        tracks = List.copyOf(tracks);
        exemptions = List.copyOf(exemptions);
    }

    /** {@return the names of the facts that it asks for, in order} */
    public Set<String> facts() {
        return leaves().map(Rule.Leaf::fact).collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@return whether it may ask when a source was read} */
    public boolean asksWhenRead() {
        return leaves().filter(leaf -> leaf.fact().equals(FactNames.PROVENANCE))
                .map(leaf -> leaf.path().names())
                .anyMatch(names -> names.isEmpty() || names.get(0).equals("read"));
    }

    private Stream<Rule.Leaf> leaves() {
        return Stream.concat(checks.stream().map(Check::rule), applies.where().stream())
                .flatMap(rule -> rule.leaves().stream());
    }
}
