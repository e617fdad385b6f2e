package org.callboard.core.policy;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Lets people do what the policy in force says. Decides once for each of them, until the policy, people or groups change. */
public final class PolicyAuthority implements Authority {

    private static final int MOST_KNOWN = 10_000;

    private final CurrentPolicy policy;
    private final Memberships memberships;
    private final Map<Identity, Known> known = new ConcurrentHashMap<>();

    /** Decides by these. */
    public PolicyAuthority(CurrentPolicy policy, Memberships memberships) {
        this.policy = policy;
        this.memberships = memberships;
    }

    private record Known(String policy, long version, Rights rights) {}

    @Override
    public Rights of(Identity who) {
        if (isAlmighty(who)) {
            return Rights.ALL;
        }
        Policy now = policy.get();
        // before anything is looked up: what changes meanwhile makes this old
        long version = memberships.version();
        Known before = known.get(who);
        if (before != null && before.policy().equals(now.digest()) && before.version() == version) {
            return before.rights();
        }
        Rights rights = under(now, who);
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        known.put(who, new Known(now.digest(), version, rights));
        return rights;
    }

    private static boolean isAlmighty(Identity who) {
        return who.equals(Identity.ADMINISTRATOR) || who.equals(Identity.PORTAL);
    }

    /** {@return what somebody could do if this were the policy} */
    public Rights under(Policy other, Identity who) {
        return isAlmighty(who) ? Rights.ALL : new DecidedRights(other, memberships.of(who));
    }

    /** {@return the groups that somebody is in, by the word of the catalog and of who vouches for them} */
    public Set<String> groups(Identity who) {
        Set<String> groups = new TreeSet<>(memberships.of(who).names());
        groups.remove(who.name());
        return groups;
    }

    /** {@return where people, groups and all else is looked up} */
    public Directory directory() {
        return memberships.directory();
    }

    /** {@return the policy in force} */
    public CurrentPolicy policy() {
        return policy;
    }
}
