package org.callboard.core.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.callboard.core.policy.CorePermissions.Things;
import org.callboard.core.policy.Verdict.Outcome;

/** What would be another way if another policy were in force. */
public record PolicyTrial(PolicyAuthority authority, Policy other) {

    /**
     * Something that somebody may do to another extent. Where that is some things before and after, these are others.
     *
     * @param caller the reference of a person
     */
    public record Difference(String caller, String permission, Outcome before, Outcome after) {}

    /** {@return what these people could do otherwise, the first so many} */
    public List<Difference> differences(Collection<String> people, Collection<String> permissions, int most) {
        List<Difference> differences = new ArrayList<>();
        for (String person : people) {
            Identity who = new Identity(person, person);
            Rights before = authority.of(who);
            Rights after = authority.under(other, who);
            for (String permission : permissions) {
                Outcome was = before.decide(permission, Thing.NONE).outcome();
                Outcome is = after.decide(permission, Thing.NONE).outcome();
                boolean isOnOthers = CorePermissions.things(permission) == Things.ENTITIES
                        && !before.entities(permission).equals(after.entities(permission));
                if (was != is || isOnOthers) {
                    differences.add(new Difference(person, permission, was, is));
                }
                if (differences.size() >= most) {
                    return differences;
                }
            }
        }
        return differences;
    }
}
