package org.callboard.plugin.scorecards.score;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Page;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.security.Caller;
import org.callboard.plugin.scorecards.fact.Descriptor;
import org.callboard.plugin.scorecards.fact.FactSources;
import org.callboard.plugin.scorecards.fact.Facts;
import org.callboard.plugin.scorecards.fact.Gathering;
import org.callboard.plugin.scorecards.standard.Standard;

/** Scores entities as a caller may read them, a page of them at a time. */
public final class Entities {

    private final Catalog catalog;
    private final FactSources sources;

    /** Reads them there, and their facts there. */
    public Entities(Catalog catalog, FactSources sources) {
        this.catalog = catalog;
        this.sources = sources;
    }

    /** {@return the rows of all entities by each of the standards; not all of them where it was cancelled} */
    public Map<EntityRef, Map<EntityRef, Row>> score(
            Caller caller, List<Standard> standards, Instant now, BooleanSupplier isCancelled) {
        Run run = new Run(standards, sources.gathering(caller, now));
        Set<String> kinds = standards.stream()
                .flatMap(standard -> standard.applies().kinds().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (kinds.isEmpty()) {
            return run.rows;
        }
        Query query = Query.of(new Filter.Equal("kind", List.copyOf(kinds)), Gathering.PAGE);
        while (!isCancelled.getAsBoolean()) {
            Page page = catalog.query(caller, query);
            run.score(page.items());
            String next = page.next();
            if (next == null) {
                break;
            }
            query = query.after(next);
        }
        return run.rows;
    }

    /** {@return the rows of these entities, those that are there, by each of the standards} */
    public Map<EntityRef, Map<EntityRef, Row>> score(
            Caller caller, Collection<EntityRef> refs, List<Standard> standards, Instant now) {
        Run run = new Run(standards, sources.gathering(caller, now));
        List<Entity> page = new ArrayList<>();
        for (EntityRef ref : refs) {
            catalog.find(caller, ref).ifPresent(page::add);
            if (page.size() == Gathering.PAGE) {
                run.score(page);
                page.clear();
            }
        }
        run.score(page);
        return run.rows;
    }

    private static final class Run {

        private final Map<EntityRef, Scorer> scorers = new HashMap<>();
        private final Map<EntityRef, Map<EntityRef, Row>> rows = new HashMap<>();
        private final Set<String> names = new TreeSet<>();
        private final Gathering gathering;

        Run(List<Standard> standards, Gathering gathering) {
            this.gathering =
                    standards.stream().anyMatch(Standard::asksWhenRead) ? gathering : gathering.withoutReadTimes();
            for (Standard standard : standards) {
                scorers.put(standard.ref(), new Scorer(standard, gathering.now()));
                rows.put(standard.ref(), new HashMap<>());
                names.addAll(standard.facts());
            }
        }

        /** What lies in the same folder comes together, so that a folder is opened once for a page. */
        private static List<Entity> byFolder(List<Entity> page) {
            return page.stream()
                    .sorted(Comparator.comparing(Descriptor::location))
                    .toList();
        }

        void score(List<Entity> page) {
            gathering.turnTo(page, names);
            for (Entity entity : byFolder(page)) {
                Facts facts = gathering.of(entity);
                rows.forEach((standard, found) -> {
                    Scorer scorer = scorers.get(standard);
                    if (scorer != null) {
                        scorer.score(entity, facts).ifPresent(row -> found.put(row.ref(), row));
                    }
                });
            }
        }
    }
}
