package org.callboard.core.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.callboard.api.catalog.Filter;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.core.policy.CorePermissions.Things;
import org.callboard.core.policy.Rule.Effect;
import org.callboard.core.policy.Verdict.Outcome;
import org.callboard.core.query.EntityMatch;
import org.jspecify.annotations.Nullable;

/** What a policy lets somebody do. */
final class DecidedRights implements Rights {

    private static final int MOST_REMEMBERED = 200;
    private static final Filter NOTHING = new Filter.Any(List.of());

    private final List<Rule> rules;
    private final Set<String> mine;
    private final String key;
    private final Map<String, Filter> entities = new ConcurrentHashMap<>();

    DecidedRights(Policy policy, Membership who) {
        int[] numbers = IntStream.range(0, policy.rules().size())
                .filter(number -> concerns(policy.rules().get(number), who))
                .toArray();
        this.rules = Arrays.stream(numbers).mapToObj(policy.rules()::get).toList();
        boolean asksWhoseItIs = rules.stream()
                .anyMatch(rule -> rule.where() != null && rule.where().asksWhoseItIs());
        this.mine = asksWhoseItIs ? who.owners() : Set.of();
        this.key = policy.digest() + Arrays.toString(numbers) + mine;
    }

    /** Nothing is theirs who are not in the catalog. */
    private static boolean concerns(Rule rule, Membership who) {
        return rule.isFor(who.names()) && (rule.where() == null || rule.where().canBeTrue(who.owners()));
    }

    @Override
    public boolean allow(String permission) {
        return decide(permission, Thing.NONE).outcome() != Outcome.DENIED;
    }

    @Override
    public Filter entities(String permission) {
        Filter known = entities.get(permission);
        if (known == null) {
            known = filter(permission);
            if (entities.size() < MOST_REMEMBERED) {
                entities.put(permission, known);
            }
        }
        return known;
    }

    private Filter filter(String permission) {
        List<Filter> denied = filters(permission, Effect.DENY);
        List<Filter> allowed = filters(permission, Effect.ALLOW);
        if (denied.contains(Filter.NONE) || allowed.isEmpty()) {
            return NOTHING;
        }
        Filter some = allowed.contains(Filter.NONE) ? Filter.NONE : any(allowed);
        if (denied.isEmpty()) {
            return some;
        }
        Filter others = new Filter.Not(any(denied));
        return some.equals(Filter.NONE) ? others : new Filter.All(List.of(some, others));
    }

    private static Filter any(List<Filter> filters) {
        return filters.size() == 1 ? filters.get(0) : new Filter.Any(filters);
    }

    private List<Filter> filters(String permission, Effect effect) {
        return rules.stream()
                .filter(rule -> rule.effect() == effect && rule.isOn(permission) && isAbout(rule, Things.ENTITIES))
                .map(this::filter)
                .distinct()
                .toList();
    }

    private Filter filter(Rule rule) {
        return rule.where() == null ? Filter.NONE : rule.where().entities(mine);
    }

    private static boolean isAbout(Rule rule, Things things) {
        return rule.where() == null || rule.where().isAbout(things);
    }

    @Override
    public boolean allowPlugin(String permission, String plugin, @Nullable String owner) {
        return decide(permission, new Thing.Plugin(plugin, owner)).outcome() != Outcome.DENIED;
    }

    @Override
    public boolean allowEntity(String permission, Entity entity) {
        return EntityMatch.lets(entities(permission), entity);
    }

    @Override
    public Verdict decide(String permission, Thing thing) {
        Rule some = null;
        Rule allowing = null;
        boolean isLimited = false;
        for (Rule rule : rules) {
            if (rule.isOn(permission)) {
                boolean holds = holds(rule, thing);
                boolean mayHold = holds || mayHold(rule, permission, thing);
                if (rule.effect() == Effect.ALLOW) {
                    allowing = allowing == null && holds ? rule : allowing;
                    some = some == null && mayHold ? rule : some;
                } else if (holds) {
                    return new Verdict(Outcome.DENIED, rule);
                } else {
                    isLimited |= mayHold;
                }
            }
        }
        if (some == null) {
            return new Verdict(Outcome.DENIED, null);
        }
        return allowing == null || isLimited
                ? new Verdict(Outcome.ALLOWED_FOR_SOME, allowing == null ? some : allowing)
                : new Verdict(Outcome.ALLOWED, allowing);
    }

    private boolean holds(Rule rule, Thing thing) {
        Where where = rule.where();
        if (where == null) {
            return true;
        }
        if (thing instanceof Thing.Plugin plugin) {
            return where.isTrueOf(plugin.id(), canonical(plugin.owner()), mine);
        }
        return thing instanceof Thing.One one
                && where.isAbout(Things.ENTITIES)
                && EntityMatch.lets(where.entities(mine), one.entity());
    }

    /** {@return whether a rule that is limited may be true of something, where nobody says of what} */
    private static boolean mayHold(Rule rule, String permission, Thing thing) {
        return thing instanceof Thing.Nothing && isAbout(rule, CorePermissions.things(permission));
    }

    private static @Nullable String canonical(@Nullable String owner) {
        try {
            return owner == null
                    ? null
                    : EntityRef.parse(owner, "group", EntityRef.DEFAULT_NAMESPACE)
                            .toString();
        } catch (PortalException noReference) {
            return null;
        }
    }

    @Override
    public Object key() {
        return key;
    }
}
