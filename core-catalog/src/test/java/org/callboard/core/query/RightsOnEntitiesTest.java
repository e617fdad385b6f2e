package org.callboard.core.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.core.policy.CurrentPolicy;
import org.callboard.core.policy.Directory;
import org.callboard.core.policy.Identity;
import org.callboard.core.policy.Memberships;
import org.callboard.core.policy.Policy;
import org.callboard.core.policy.PolicyAuthority;
import org.callboard.core.policy.PolicyReader;
import org.callboard.core.policy.Rights;
import org.callboard.core.policy.UnusablePolicyException;
import org.callboard.core.stitch.Arrow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody may read is the same whether one entity is looked at or all are searched. */
class RightsOnEntitiesTest {

    private static final String READ = "catalog.entity.read";
    private static final Identity MARA = new Identity("user:default/mara", "Mara");

    private static final Directory NOBODY = new Directory() {
        @Override
        public Optional<Entity> find(EntityRef ref) {
            return Optional.empty();
        }

        @Override
        public List<String> people(int most) {
            return List.of();
        }
    };

    private static SearchIndex index(Path folder) {
        RandomEntities random = new RandomEntities(11);
        MemoryFeed feed = new MemoryFeed(1);
        for (int number = 0; number < 300; number++) {
            feed.put(
                    random.entity("e" + number), "uid-" + number, new Arrow("ownedBy", "group:default/g" + number % 3));
        }
        return SearchIndex.open(folder, feed);
    }

    private static Rights under(String where) throws UnusablePolicyException {
        String text = "rules:\n  - allow: catalog.entity.read\n    to: everyone\n  - deny: catalog.entity.read\n"
                + "    to: everyone\n    where: " + where;
        Policy policy = PolicyReader.read(text.getBytes(StandardCharsets.UTF_8), "policy.yaml")
                .policy();
        assertNotNull(policy);
        return new PolicyAuthority(CurrentPolicy.open(null), new Memberships(NOBODY)).under(policy, MARA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: component}",
                "{type: [Service, Ärger]}",
                "{type: 'true'}",
                "{annotation: EXAMPLE.com/x.y}",
                "{annotation: {example.com/x.y: [x, 1]}}",
                "{annotation: example.com}",
                "{label: tier}",
                "{owner: [group:default/g1, mine]}",
                "{owner: group:default/g2, type: service}"
            })
    void isTheSame(String where, @TempDir Path folder) throws UnusablePolicyException {
        Rights rights = under(where);
        try (SearchIndex index = index(folder)) {
            List<Entity> all = index.query(Query.of(Filter.NONE, 1_000)).items();
            Set<String> one = all.stream()
                    .filter(entity -> rights.allowEntity(READ, entity))
                    .map(entity -> entity.ref().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> searched = index.query(Query.of(rights.entities(READ), 1_000)).items().stream()
                    .map(entity -> entity.ref().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(300, all.size());
            assertEquals(searched, one);
        }
    }

    @Test
    void noRuleIsNoEntity(@TempDir Path folder) throws UnusablePolicyException {
        try (SearchIndex index = index(folder)) {
            Filter none = under("{owner: mine}").entities("catalog.entity.delete");
            assertEquals(0, index.query(Query.of(none, 10)).total());
        }
    }
}
