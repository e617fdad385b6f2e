package org.callboard.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Facet;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Order;
import org.callboard.api.catalog.Page;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A catalog of documents in memory that looks at every entity for every question: slow, and plainly right. Everybody may
 * read everything. A position is the uid of an entity, which is its reference where the document has none.
 */
public final class MemoryCatalog implements Catalog {

    private final JsonFormat json;
    private final Map<EntityRef, MemoryEntity> entities = new LinkedHashMap<>();
    private final Map<EntityRef, SearchRows> rows = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private long generation;

    /** Makes an empty one. */
    public MemoryCatalog() {
        this(new TestJson());
    }

    /** Makes an empty one whose entities are written so. */
    public MemoryCatalog(JsonFormat json) {
        this.json = json;
    }

    /** {@return a catalog of the documents of a YAML text, with the relations that their well-known fields make} */
    public static MemoryCatalog of(String yaml) {
        return new MemoryCatalog().add(yaml);
    }

    /**
     * Adds the documents of a YAML text and makes anew the relations that well-known fields make.
     *
     * @throws IllegalArgumentException where a document has no kind or no name
     */
    public synchronized MemoryCatalog add(String yaml) {
        Yaml.documents(yaml).forEach(this::put);
        relate();
        return this;
    }

    /** Makes anew all relations, out of the well-known fields of {@code spec}. */
    public synchronized void relate() {
        List<Json.Obj> documents =
                entities.values().stream().map(MemoryEntity::document).toList();
        WellKnownRelations.in(documents).forEach(this::put);
    }

    /**
     * {@return the entity of this reference}
     *
     * @throws IllegalArgumentException where there is none
     */
    public synchronized Entity entity(String ref) {
        Entity entity = entities.get(EntityRef.parse(ref));
        if (entity == null) {
            throw new IllegalArgumentException("The catalog has no " + ref + ", only " + entities.keySet() + ".");
        }
        return entity;
    }

    /** Puts an entity in as it is, or in the place of the one with its reference. */
    public synchronized void put(Json.Obj document) {
        MemoryEntity entity = MemoryEntity.of(document, json);
        entities.put(entity.ref(), entity);
        rows.put(entity.ref(), new SearchRows(document));
        generation++;
    }

    /** Takes an entity out. */
    public synchronized void remove(EntityRef ref) {
        entities.remove(ref);
        rows.remove(ref);
        generation++;
    }

    /** Adds a problem. */
    public synchronized void report(Problem problem) {
        problems.add(problem);
        generation++;
    }

    @Override
    public synchronized Optional<Entity> find(Caller caller, EntityRef ref) {
        return Optional.ofNullable(entities.get(ref));
    }

    @Override
    public synchronized Optional<Entity> findByUid(Caller caller, String uid) {
        return entities.values().stream()
                .filter(entity -> entity.uid().equals(uid))
                .<Entity>map(entity -> entity)
                .findFirst();
    }

    @Override
    public synchronized Page query(Caller caller, Query query) {
        if (query.limit() < 0 || query.limit() > Query.MAX_LIMIT || query.offset() < 0) {
            throw new PortalException(ProblemKind.BAD_INPUT, "The limit or the offset is out of range.");
        }
        List<MemoryEntity> all = matching(query.filter());
        all.sort(comparator(query.order()));
        if (query.limit() == 0) {
            return new Page(List.of(), all.size(), null, null);
        }
        String before = query.before();
        int end = before == null ? all.size() : index(all, before);
        int start = before == null
                ? Math.min(all.size(), startAfter(all, query.after()) + query.offset())
                : Math.max(0, end - query.limit());
        List<MemoryEntity> items = all.subList(start, Math.min(end, start + query.limit()));
        boolean more = start + items.size() < all.size();
        return new Page(
                List.copyOf(items),
                all.size(),
                more && !items.isEmpty() ? items.get(items.size() - 1).uid() : null,
                start > 0 && !items.isEmpty() ? items.get(0).uid() : null);
    }

    @Override
    public synchronized List<Entity> search(Caller caller, String words, Filter filter, int limit) {
        if (limit < 0 || limit > Query.MAX_FOUND) {
            throw new PortalException(ProblemKind.BAD_INPUT, "The limit is out of range.");
        }
        return new WordMatch(words).best(matching(filter), limit);
    }

    @Override
    public synchronized List<Facet> facets(Caller caller, Filter filter, List<String> paths) {
        List<MemoryEntity> matching = matching(filter);
        return paths.stream().map(path -> facet(matching, path)).toList();
    }

    @Override
    public synchronized List<Problem> problems(Caller caller, EntityRef ref) {
        return problems.stream()
                .filter(problem -> ref.toString().equals(problem.entityRef()))
                .sorted(Comparator.comparing(Problem::level).reversed())
                .toList();
    }

    @Override
    public synchronized List<Problem> problems(Caller caller, int limit) {
        return problems.stream()
                .sorted(Comparator.comparing(problem -> problem.position().toString()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Problem> problemsOwnedBy(Caller caller, EntityRef owner, int limit) {
        List<String> owned = matching(Filter.equal("relations.ownedBy", owner.toString())).stream()
                .map(entity -> entity.ref().toString())
                .toList();
        return problems.stream()
                .filter(problem -> owned.contains(problem.entityRef()))
                .sorted(Comparator.comparing(Problem::level).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized long generation() {
        return generation;
    }

    private List<MemoryEntity> matching(Filter filter) {
        List<MemoryEntity> matching = new ArrayList<>();
        rows.forEach((ref, row) -> {
            MemoryEntity entity = entities.get(ref);
            if (entity != null && row.match(filter)) {
                matching.add(entity);
            }
        });
        return matching;
    }

    private Facet facet(List<MemoryEntity> matching, String path) {
        Map<String, Integer> counts = new TreeMap<>();
        for (MemoryEntity entity : matching) {
            values(entity, path).stream().distinct().forEach(value -> counts.merge(value, 1, Integer::sum));
        }
        List<Facet.Value> values = new ArrayList<>();
        counts.forEach((value, count) -> values.add(new Facet.Value(value, count)));
        return new Facet(path, values);
    }

    private Comparator<MemoryEntity> comparator(List<Order> order) {
        Comparator<MemoryEntity> comparator = Comparator.comparing(MemoryEntity::uid);
        for (int i = order.size() - 1; i >= 0; i--) {
            comparator = byField(order.get(i)).thenComparing(comparator);
        }
        return comparator;
    }

    private Comparator<MemoryEntity> byField(Order field) {
        boolean ascending = field.direction() == Order.Direction.ASCENDING;
        Comparator<String> byValue = ascending ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return Comparator.comparing(entity -> sortValue(entity, field.path()), Comparator.nullsLast(byValue));
    }

    private @Nullable String sortValue(MemoryEntity entity, String path) {
        return values(entity, path).stream().map(SearchRows::lower).findFirst().orElse(null);
    }

    private List<String> values(MemoryEntity entity, String path) {
        SearchRows row = rows.get(entity.ref());
        return row == null ? List.of() : row.values(path);
    }

    private static int startAfter(List<MemoryEntity> all, @Nullable String position) {
        return position == null ? 0 : index(all, position) + 1;
    }

    private static int index(List<MemoryEntity> all, String position) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).uid().equals(position)) {
                return i;
            }
        }
        throw new PortalException(ProblemKind.BAD_INPUT, "Position '" + position + "' is not known.");
    }
}
