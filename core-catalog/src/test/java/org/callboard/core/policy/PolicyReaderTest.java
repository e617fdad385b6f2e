package org.callboard.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.callboard.api.problem.Problem;
import org.callboard.core.policy.Rule.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReaderTest {

    private static PolicyReading read(String text) {
        return PolicyReader.read(text.getBytes(StandardCharsets.UTF_8), "policy.yaml");
    }

    @Test
    void readsRolesRulesAndWhatTheyAreLimitedTo() {
        PolicyReading reading = read("""
                roles:
                  deployer: [plugin.manage, task.run]
                rules:
                  - allow: deployer
                    to: [group:payments, user:default/Mara]
                    where:
                      owner: mine
                  - deny: "catalog.*"
                    to: everyone
                    where: {kind: [Component, API], label: {tier: [1, true, Gold]}, annotation: example.com/secret}
                """);
        assertEquals(List.of(), reading.problems());
        Policy policy = reading.policy();
        assertNotNull(policy);
        Rule first = policy.rules().get(0);
        assertEquals(Effect.ALLOW, first.effect());
        assertEquals(Set.of("plugin.manage", "task.run"), first.permissions());
        assertEquals(Set.of("group:default/payments", "user:default/mara"), first.subjects());
        assertEquals(
                "policy.yaml:4: allow deployer to group:payments, user:default/Mara where owner: mine",
                first.toString());
        Where where = policy.rules().get(1).where();
        assertNotNull(where);
        assertEquals(Set.of("api", "component"), where.kinds());
        assertEquals(Set.of("1", "gold", "true"), where.labels().get("tier"));
        assertEquals(Set.of(), where.annotations().get("example.com/secret"));
    }

    @Test
    void theShippedPolicyIsGood() throws UnusablePolicyException {
        CurrentPolicy shipped = CurrentPolicy.open(null);
        assertEquals(List.of(), shipped.last().problems());
        assertEquals(Set.of(), shipped.get().unknown(Set.of()));
    }

    @Test
    void aPermissionOfAPluginThatIsNotThereIsFlaggedAndNotRefused() {
        PolicyReading reading = read("rules: [{allow: [cost.read, 'cost.*', portal.use], to: everyone}]");
        Policy policy = reading.policy();
        assertNotNull(policy);
        assertEquals(Set.of("cost.read"), policy.unknown(Set.of()));
        assertEquals(Set.of(), policy.unknown(Set.of("cost.read")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "rules: [{allow: portal.use, to: everyone}]\\nrule: 1|2|'rule' is not known",
                "rules:\\n  - allow: portal.use\\n    to: everyone\\n    were: {}|4|'were' is not known",
                "rules:\\n  - allow: portal.usee\\n    to: everyone|2|There is no permission 'portal.usee'",
                "rules:\\n  - allow: catalogue.*\\n    to: everyone\\n  - allow: catalog.x.*\\n    to: everyone|4|no permission 'catalog.x.*'",
                "roles:\\n  reader: [portal.uses]\\nrules: []|2|There is no permission 'portal.uses'",
                "roles:\\n  a: portal.use\\n  a: portal.use\\nrules: []|3|'a'",
                "roles:\\n  A b: portal.use\\nrules: []|2|no name of a role",
                "roles: [portal.use]\\nrules: []|1|must hold keys",
                "roles:\\n  a: portal.use\\n  b: a\\nrules: []|3|There is no permission 'a'",
                "rules:\\n  - allow: reader\\n    to: everyone|2|There is no role 'reader'",
                "rules:\\n  - allow: portal.use|2|nothing of whom",
                "rules:\\n  - allow: portal.use\\n    deny: portal.use\\n    to: everyone|2|either allows or denies",
                "rules:\\n  - to: everyone|2|either allows or denies",
                "rules:\\n  - allow: portal.use\\n    to: anybody|3|neither a group nor a person",
                "rules:\\n  - allow: portal.use\\n    to: component:default/x|3|neither a group nor a person",
                "rules:\\n  - allow: portal.use\\n    to: []|3|This list has 0 values",
                "rules:\\n  - allow: [portal.use, {}]\\n    to: everyone|2|must be a text",
                "rules:\\n  - allow: ~\\n    to: everyone|2|must be a text",
                "rules: {}|1|list of rules",
                "roles: {}|1|list of rules",
                "rules:\\n  - portal.use|2|must hold keys",
                "rules:\\n  - allow: plugin.manage\\n    to: everyone\\n    where: {owner: me}|4|names no owner",
                "rules:\\n  - allow: plugin.manage\\n    to: everyone\\n    where: {kind: api}|4|about plugins",
                "rules:\\n  - allow: portal.use\\n    to: everyone\\n    where: {owner: mine}|4|about no single thing",
                "rules:\\n  - allow: catalog.entity.read\\n    to: everyone\\n    where: {plugin: cost}|4|about entities",
                "rules:\\n  - allow: '*'\\n    to: everyone\\n    where: {plugin: cost, kind: api}|4|Nothing has all of these",
                "rules:\\n  - allow: catalog.entity.read\\n    to: everyone\\n    where: {}|4|limits the rule to nothing",
                "rules:\\n  - allow: catalog.entity.read\\n    to: everyone\\n    where: {label: {}}|4|names no label",
                "rules:\\n  - allow: catalog.entity.read\\n    to: everyone\\n    where: {owners: mine}|4|'owners' is not known",
                "rules:\\n\\t- allow: x|2|tab",
                "rules: []\\n---\\nrules: []|0|one document",
                "just words|1|object"
            })
    void refusesWithTheLine(String text, int line, String reason) {
        PolicyReading reading = read(text.replace("\\n", "\n").replace("\\t", "\t"));
        assertNull(reading.policy(), "it was taken");
        Problem first = reading.problems().get(0);
        assertEquals(line, first.position().line(), first::toString);
        assertTrue(first.reason().contains(reason), first::toString);
        assertTrue(first.fix().length() > 5, first::toString);
        assertTrue(reading.words().lines().count() <= 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "---", "{}"})
    void refusesAFileWithNoRules(String text) {
        assertNull(read(text).policy());
    }

    @Test
    void aThousandMistakesAreNotAThousandProblems() {
        String text = "rules:\n" + "  - allow: nothing\n    to: nobody\n".repeat(900);
        assertEquals(50, read(text).problems().size());
    }

    @Test
    void aNumberWithVeryManyDigitsIsNoValue() {
        PolicyReading reading = read("rules: [{deny: 'catalog.*', to: everyone, where: {type: 1e999999999}}]");
        assertNull(reading.policy());
    }
}
