package org.callboard.plugin.webshell.home;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Order;
import org.callboard.api.catalog.Page;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.Problem;
import org.callboard.api.security.Caller;
import org.callboard.api.ui.Status;
import org.callboard.api.ui.Table;
import org.callboard.api.ui.TablePage;
import org.callboard.api.ui.Value;
import org.callboard.api.ui.ViewRequest;

/**
 * What somebody owns.
 *
 * @param catalog knows it
 */
public record Owned(Catalog catalog) {

    private static final String TABLE = "owned";
    /** Of more than these the table stands by name. */
    private static final int MOST_SORTED = 200;

    private static final Map<String, String> PATHS = Map.of(
            "name", "metadata.name",
            "kind", "kind",
            "type", "spec.type",
            "lifecycle", "spec.lifecycle");

    /** {@return what these own, by name} */
    Page page(Caller caller, List<EntityRef> owners, int limit) {
        return catalog.query(caller, Query.of(filter(owners), limit).orderedBy(Order.by("metadata.name")));
    }

    private static Filter filter(List<EntityRef> owners) {
        return owners.isEmpty()
                ? new Filter.Any(List.of())
                : new Filter.Equal(
                        "relations.ownedBy",
                        owners.stream().map(EntityRef::toString).toList());
    }

    /**
     * {@return a table of what these own, with what is wrong with it}
     *
     * @param rows how many rows a page of it has, where the reader wants no other
     */
    public Table table(ViewRequest request, List<EntityRef> owners, int rows) {
        TablePage shown = ShortPage.of(request, TABLE, rows);
        Caller caller = request.caller();
        Page found = page(caller, owners, shown);
        boolean isAll = shown.sort().isEmpty() && found.total() <= MOST_SORTED;
        List<Entity> items = isAll ? shown.cut(worstFirst(caller, owners)) : found.items();
        return Table.of(
                        TABLE,
                        Table.Column.of("name", "Name").sortable(),
                        Table.Column.of("kind", "Kind").sortable(),
                        Table.Column.of("type", "Type").sortable(),
                        Table.Column.of("lifecycle", "Lifecycle").sortable(),
                        Table.Column.of("health", "Descriptor"))
                .rows(items, entity -> row(caller, entity))
                .page(shown, found.total());
    }

    private Page page(Caller caller, List<EntityRef> owners, TablePage shown) {
        Order.Direction direction = shown.direction() == TablePage.Direction.DESCENDING
                ? Order.Direction.DESCENDING
                : Order.Direction.ASCENDING;
        Order order = new Order(PATHS.getOrDefault(shown.sort(), "metadata.name"), direction);
        List<Order> orders = List.of(order, Order.by("kind"));
        return catalog.query(caller, new Query(filter(owners), orders, shown.limit(), shown.offset(), null, null));
    }

    /** What something is wrong with comes first. */
    private List<Entity> worstFirst(Caller caller, List<EntityRef> owners) {
        Set<String> wrong = new HashSet<>();
        for (EntityRef owner : owners) {
            catalog.problemsOwnedBy(caller, owner, MOST_SORTED).forEach(problem -> wrong.add(problem.entityRef()));
        }
        List<Entity> sorted = new ArrayList<>(page(caller, owners, MOST_SORTED).items());
        sorted.sort(Comparator.comparing(entity -> !wrong.contains(entity.ref().toString())));
        return sorted;
    }

    private List<Value> row(Caller caller, Entity entity) {
        return List.of(
                Value.of(entity.ref()),
                Value.of(entity.kind()),
                Value.of(entity.spec("type").orElse("")),
                Value.of(entity.spec("lifecycle").orElse("")),
                health(catalog.problems(caller, entity.ref())));
    }

    /** {@return how the descriptor is} What is in order needs no colour. */
    static Value health(List<Problem> problems) {
        if (problems.isEmpty()) {
            return Value.of("In order");
        }
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return new Value.State(status(problems.get(0).level()), count);
    }

    static Status status(Problem.Level level) {
        return switch (level) {
            case INFO -> Status.INFO;
            case WARNING -> Status.WARN;
            case ERROR -> Status.ERROR;
        };
    }
}
