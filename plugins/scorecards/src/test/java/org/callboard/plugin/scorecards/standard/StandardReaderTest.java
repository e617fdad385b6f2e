package org.callboard.plugin.scorecards.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.callboard.plugin.scorecards.rule.Rule;
import org.callboard.testkit.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StandardReaderTest {

    static final String GOOD = """
            apiVersion: callboard.org/v1alpha1
            kind: Standard
            metadata: {name: basics, title: Basics}
            spec:
              owner: platform
              applies: {kinds: [Component], types: [service], owners: [booking]}
              checks:
                - id: owner
                  title: Somebody owns it
                  severity: high
                  effort: small
                  rule: {fact: catalog, path: $.spec.owner, is: present}
                  fix: Set spec.owner.
                - id: covered
                  rule:
                    all:
                      - {fact: ci/coverage, path: $.percent, atLeast: 80}
                      - not: {fact: 'file:package.json', path: $.private, equals: true}
                  maxAge: 30d
              tracks:
                - id: production
                  levels:
                    - {id: bronze, checks: [owner]}
                    - {id: silver, checks: [covered]}
              exemptions:
                - {check: covered, entity: component:default/old, reason: Gone soon., approver: user:default/mara, until: '2027-01-31'}
            """;

    private final List<Flaw> flaws = new ArrayList<>();

    private Standard read(String yaml) {
        return StandardReader.read(Yaml.documents(yaml).get(0), "v1", flaws::add);
    }

    @Test
    void readsAStandard() {
        Standard standard = read(GOOD);
        assertEquals(List.of(), flaws);
        assertEquals("standard:default/basics", standard.ref().toString());
        assertEquals("group:default/platform", standard.owner());
        assertEquals(
                List.of("owner", "covered"),
                standard.checks().stream().map(Check::id).toList());
        assertEquals(List.of(1), standard.tracks().get(0).levels().get(1).checks());
        assertEquals("group:default/platform", standard.checks().get(1).owner());
        assertEquals(List.of("catalog", "ci/coverage", "file:package.json"), List.copyOf(standard.facts()));
        assertEquals(
                "component:default/old", standard.exemptions().get(0).entity().toString());
        assertTrue(standard.checks().get(1).rule() instanceof Rule.All);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "owner: platform | type: none | spec.owner",
                "kinds: [Component] | kinds: [] | spec.applies.kinds",
                "severity: high | severity: huge | spec.checks[0].severity",
                "effort: small | afford: small | spec.checks[0].afford",
                "- id: owner | - id: Owner It | spec.checks[0].id",
                "- id: covered | - id: owner | spec.checks[1].id",
                "is: present | is: there | spec.checks[0].rule.is",
                "is: present | is: present, equals: 1 | spec.checks[0].rule",
                "is: present | what: 1 | spec.checks[0].rule",
                "is: present | matches: '(?=a)' | spec.checks[0].rule.matches",
                "is: present | in: [] | spec.checks[0].rule.in",
                "is: present | within: soon | spec.checks[0].rule.within",
                "is: present | before: soon | spec.checks[0].rule.before",
                "is: present | count: {} | spec.checks[0].rule.count",
                "path: $.spec.owner | path: owner | spec.checks[0].rule.path",
                "fact: catalog | fact: Runtime.exec() | spec.checks[0].rule.fact",
                "file:package.json | file:../../etc/passwd | spec.checks[1].rule.all[1].not.fact",
                "file:package.json | file:/etc/passwd | spec.checks[1].rule.all[1].not.fact",
                "file:package.json | http:file:///etc/passwd | spec.checks[1].rule.all[1].not.fact",
                "file:package.json | http:https://{name}.example.com/ | spec.checks[1].rule.all[1].not.fact",
                "atLeast: 80 | atLeast: many | spec.checks[1].rule.all[0].atLeast",
                "maxAge: 30d | maxAge: 30 days | spec.checks[1].maxAge",
                "checks: [covered] | checks: [gone] | spec.tracks[0].levels[1].checks[0]",
                "- {id: silver | - {id: bronze | spec.tracks[0].levels[1].id",
                "'2027-01-31' | never | spec.exemptions[0].until",
                "reason: Gone soon. | reason: '' | spec.exemptions[0].reason",
                "component:default/old | old | spec.exemptions[0].entity",
                "fix: Set spec.owner. | 'link: javascript:alert(1)' | spec.checks[0].link",
            })
    void saysWhatIsWrongWhere(String good, String bad, String path) {
        String text = GOOD.replaceFirst(
                java.util.regex.Pattern.quote(good),
                bad.replace("'link: javascript:alert(1)'", "link: 'javascript:alert(1)'")
                        .replace("$", "\\$"));
        read(text);
        assertTrue(flaws.stream().anyMatch(flaw -> flaw.path().equals(path)), flaws::toString);
        flaws.forEach(
                flaw -> assertTrue(!flaw.message().isBlank() && !flaw.fix().isBlank(), flaw::toString));
    }

    @Test
    void whomItIsForCanNotDependOnFactsThatAreFetched() {
        read(GOOD.replace("types: [service]", "where: {fact: docs, is: present}"));
        assertEquals("spec.applies.where", flaws.get(0).path());
    }

    @Test
    void boundsHowMuchThereIs() {
        StringBuilder deep = new StringBuilder("{fact: catalog, is: present}");
        for (int i = 0; i < 30; i++) {
            deep.insert(0, "{not: ").append("}");
        }
        read(GOOD.replace("{fact: catalog, path: $.spec.owner, is: present}", deep));
        assertTrue(flaws.get(0).message().contains("nested deeper than 10"), flaws::toString);
        flaws.clear();
        read(GOOD.replace(
                "{fact: catalog, path: $.spec.owner, is: present}",
                "{any: [" + "{fact: catalog, is: present}, ".repeat(60) + "]}"));
        assertTrue(flaws.get(0).message().contains("60 items"), flaws::toString);
    }
}
