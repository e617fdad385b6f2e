package org.callboard.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.core.Repetitions;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.policy.Company.Document;
import org.callboard.core.policy.NaivePolicy.Asked;
import org.callboard.core.policy.Verdict.Outcome;
import org.junit.jupiter.api.Test;

/** What the policy decides is what its page says, for thousands of policies, people and things. */
class RandomPoliciesTest {

    private static final JsonCodec CODEC = new JsonCodec();
    private static final Asked NOTHING = new Asked(null, null, null);

    private final Company company = new Company()
            .with("user:default/mara", "memberOf", "group:default/b")
            .with("user:default/ole")
            .with("group:default/b", "childOf", "group:default/a")
            .with("group:default/a")
            .with("group:other/c");

    /** As the page says: by hand, for these few. */
    private static final Map<String, Set<String>> GROUPS = Map.of(
            "user:default/mara", Set.of("group:default/a", "group:default/b"),
            "user:default/ole", Set.of("group:other/c"),
            "user:default/nobody", Set.of());

    private final Map<Outcome, Integer> outcomes = new HashMap<>();

    @Test
    void decidesAsThePageSays() {
        for (int seed = 0; seed < Repetitions.of(1_500, 50_000); seed++) {
            RandomPolicies random = new RandomPolicies(seed);
            Json.Obj document = random.policy();
            PolicyReading reading = PolicyReader.read(CODEC.encode(document), "policy.yaml");
            Policy policy = reading.policy();
            assertNotNull(policy, () -> document + " " + reading.words());
            for (String person : RandomPolicies.PEOPLE) {
                compare(random, document, policy, person);
            }
        }
        assertTrue(
                outcomes.size() == Outcome.values().length
                        && outcomes.values().stream().allMatch(count -> count > 100),
                outcomes::toString);
    }

    private void compare(RandomPolicies random, Json.Obj document, Policy policy, String person) {
        Set<String> claimed = person.endsWith("ole") ? Set.of("group:other/c") : Set.of();
        Membership membership = new Memberships(company).of(new Identity(person, person, "i", "s", claimed));
        Rights rights = new DecidedRights(policy, membership);
        NaivePolicy naive = new NaivePolicy(document);
        Set<String> names = new HashSet<>(GROUPS.getOrDefault(person, Set.of()));
        names.add(person);
        Set<String> owners = person.endsWith("nobody") ? Set.of() : names;
        for (String permission : RandomPolicies.PERMISSIONS) {
            for (Asked asked : asked(random)) {
                boolean expected = naive.allows(permission, names, owners, asked);
                String what = person + " " + permission + " " + asked + " under " + document;
                assertEquals(expected, allows(rights, permission, asked), what);
                assertEquals(expected, rights.decide(permission, thing(asked)).outcome() == Outcome.ALLOWED, what);
                boolean fits = CorePermissions.things(permission)
                        == (asked.entity() == null ? CorePermissions.Things.PLUGINS : CorePermissions.Things.ENTITIES);
                assertTrue(!expected || !fits || rights.allow(permission), what);
            }
            Verdict verdict = rights.decide(permission, Thing.NONE);
            outcomes.merge(verdict.outcome(), 1, Integer::sum);
            if (CorePermissions.things(permission) == CorePermissions.Things.NONE) {
                assertEquals(naive.allows(permission, names, owners, NOTHING), rights.allow(permission));
            }
        }
    }

    private static List<Asked> asked(RandomPolicies random) {
        List<Asked> asked = new ArrayList<>();
        for (int count = 0; count < 3; count++) {
            asked.add(new Asked(random.entity("e" + count), null, null));
        }
        asked.add(new Asked(null, "ledger", "group:default/a"));
        asked.add(new Asked(null, "ledger", "missing"));
        asked.add(new Asked(null, "cost", null));
        asked.add(new Asked(null, "other", "B"));
        return asked;
    }

    private static boolean allows(Rights rights, String permission, Asked asked) {
        Json.Obj entity = asked.entity();
        return entity == null
                ? rights.allowPlugin(permission, String.valueOf(asked.plugin()), asked.pluginOwner())
                : rights.allowEntity(permission, new Document(ref(entity), entity));
    }

    private static Thing thing(Asked asked) {
        Json.Obj entity = asked.entity();
        return entity == null
                ? new Thing.Plugin(String.valueOf(asked.plugin()), asked.pluginOwner())
                : new Thing.One(new Document(ref(entity), entity));
    }

    private static EntityRef ref(Json.Obj entity) {
        return new EntityRef(
                entity.text("kind").orElseThrow(),
                "default",
                entity.text("metadata", "name").orElseThrow());
    }
}
