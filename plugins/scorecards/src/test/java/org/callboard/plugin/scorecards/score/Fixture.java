package org.callboard.plugin.scorecards.score;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.callboard.api.model.EntityRef;
import org.callboard.api.security.Caller;
import org.callboard.api.storage.Tables;
import org.callboard.plugin.scorecards.fact.FactSources;
import org.callboard.plugin.scorecards.fact.HttpFacts;
import org.callboard.plugin.scorecards.fact.StoredFacts;
import org.callboard.plugin.scorecards.standard.Standards;
import org.callboard.testkit.MemoryCatalog;
import org.callboard.testkit.MemoryFiles;
import org.callboard.testkit.MemoryTables;
import org.callboard.testkit.TestCaller;
import org.callboard.testkit.TestExtensions;
import org.callboard.testkit.TestJson;
import org.callboard.testkit.TestWeb;

/** The plugin without a portal: a small catalog and a standard. */
public final class Fixture {

    /** Asks for an owner, a tag, a fact that is pushed and one of a plugin. */
    public static final String STANDARD = """
            apiVersion: callboard.org/v1alpha1
            kind: Standard
            metadata: {name: basics, title: Basics}
            spec:
              owner: platform
              applies: {kinds: [Component], types: [service]}
              checks:
                - {id: owner, rule: {fact: relations, path: $.ownedBy, count: {atLeast: 1}}, effort: small, fix: Set spec.owner.}
                - {id: java, rule: {fact: catalog, path: $.metadata.tags, contains: java}, effort: large}
                - {id: covered, rule: {fact: ci/coverage, path: $.percent, atLeast: 80}, maxAge: 30d}
                - {id: deployed, rule: {fact: acme/deploys, path: $.count, atLeast: 1}}
              tracks:
                - id: main
                  title: Main
                  levels:
                    - {id: bronze, title: Bronze, checks: [owner]}
                    - {id: silver, title: Silver, checks: [java]}
                    - {id: gold, title: Gold, checks: [covered, deployed]}
              exemptions:
                - {check: java, entity: component:default/exempt, reason: No., approver: user:default/mara, until: '2999-01-01'}
            """;

    static final EntityRef BASICS = EntityRef.parse("standard:default/basics");

    public final Caller caller = TestCaller.named("Mara");
    public final MemoryCatalog catalog = new MemoryCatalog();
    public final MemoryFiles files = new MemoryFiles();
    public final Tables tables;
    public final TestExtensions extensions = new TestExtensions();
    public final TestWeb web = new TestWeb();
    public final StoredFacts stored;
    public final Standards standards = new Standards(catalog);
    public final FactSources sources;
    public final Scores scores;
    public final History history;
    public final Passes passes;
    public final Rescoring rescoring;
    public final Scoring scoring;

    /** Keeps scores in memory. */
    public Fixture() {
        this(new MemoryTables());
    }

    /** Puts the standard and four services in. */
    public Fixture(Tables tables) {
        this.tables = tables;
        stored = new StoredFacts(tables, new TestJson());
        sources = new FactSources(catalog, new NoIngest(), files, stored, extensions);
        scores = new Scores(sources, tables);
        history = new History(tables);
        passes = new Passes(catalog, standards, sources, scores, history, tables);
        rescoring = new Rescoring(passes, scores);
        scoring = new Scoring(standards, sources, scores, rescoring, new HttpFacts(web, stored));
        catalog.add(STANDARD);
        put("ledger", "booking", "java");
        put("seats", "booking", "go");
        put("exempt", "venues", "go");
        catalog.add(
                "{apiVersion: backstage.io/v1alpha1, kind: Component, metadata: {name: orphan}, spec: {type: service}}");
        catalog.add(
                "{apiVersion: backstage.io/v1alpha1, kind: Component, metadata: {name: lib}, spec: {type: library}}");
    }

    /** Puts a service in, or another one in its place. */
    public void put(String name, String owner, String tag) {
        catalog.add("apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: " + name + ", tags: [" + tag
                + "]}\nspec: {type: service, owner: " + owner + "}");
    }

    /** Computes everything, as the task does. */
    public Fixture computed() {
        passes.all(caller, Passes.Extent.ALL, () -> false);
        return this;
    }

    /** {@return the scores as a portal has them that was started anew} */
    public Scores restarted() {
        return new Scores(sources, tables);
    }

    /** {@return states and ranks by name, as they may be shown} */
    public Map<String, String> shown() {
        return shown(scores);
    }

    Map<String, String> shown(Scores those) {
        Map<String, String> shown = new TreeMap<>();
        standards
                .find(caller, BASICS)
                .flatMap(those::board)
                .map(Board::rows)
                .orElse(List.of())
                .forEach(row -> shown.put(row.ref().name(), row.states() + " " + row.ranks()));
        return shown;
    }

    /** {@return what the tables hold, in the same form} */
    Map<String, String> kept() {
        Map<String, String> kept = new TreeMap<>();
        new ScoreStore(tables)
                .read(BASICS)
                .map(ScoreStore.Stored::board)
                .ifPresent(board ->
                        board.rows().forEach(row -> kept.put(row.ref().name(), row.states() + " " + row.ranks())));
        return kept;
    }
}
