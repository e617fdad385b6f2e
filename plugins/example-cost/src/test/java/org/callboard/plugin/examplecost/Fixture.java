package org.callboard.plugin.examplecost;

import java.util.List;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.testkit.MemoryCatalog;
import org.callboard.testkit.MemoryTables;
import org.callboard.testkit.RecordedViews;
import org.callboard.testkit.TestConfiguration;
import org.callboard.testkit.TestExtensions;
import org.callboard.testkit.TestRun;

/** A catalog of two services and a library, tables of its own, and the plugin's parts upon them. */
final class Fixture {

    static final EntityRef LEDGER = EntityRef.parse("component:default/ledger");
    static final String DAY = "2026-03-31T03:00:00Z";

    final MemoryCatalog catalog = MemoryCatalog.of("""
            kind: Component
            metadata: {name: ledger, title: Ledger}
            spec: {type: service}
            ---
            kind: Component
            metadata: {name: wallet, title: Wallet}
            spec: {type: service}
            ---
            kind: Component
            metadata: {name: money}
            spec: {type: library}
            """);

    final MemoryTables tables = new MemoryTables();
    final TestExtensions extensions = new TestExtensions();
    final RecordedViews views = new RecordedViews();
    final TestConfiguration configuration = TestConfiguration.of(new CostConfig("EUR", 40, List.of()));
    final Services services = new Services(catalog);
    final Figures figures = new Figures(tables);
    final Bills bills = new Bills(services, figures);
    final Budgets budgets = new Budgets(tables, views);

    DailyCosts task() {
        return new DailyCosts(services, new CostSources(extensions), figures, configuration, views);
    }

    /** Has figures for all services. */
    Fixture filled() {
        task().run(TestRun.dueAt(DAY));
        return this;
    }

    Entity ledger() {
        return catalog.entity("component:ledger");
    }
}
