package org.callboard.plugin.scorecards.fact;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.security.Caller;
import org.callboard.api.ui.CatalogColumn;
import org.callboard.api.ui.Value;
import org.callboard.plugin.scorecards.api.Fact;
import org.callboard.plugin.scorecards.api.FactSource;

/**
 * A fact that a plugin offers: one made for rules, or what stands in its column of the catalog.
 *
 * @param digest of the revision that offers it
 * @param reading says what it knows of some entities
 */
record Offer(String digest, BiFunction<List<Entity>, Caller, List<Fact>> reading) {

    static Offer of(ExtensionHandle<FactSource> source) {
        return new Offer(
                source.digest(), (entities, caller) -> source.call(known -> List.copyOf(known.read(entities))));
    }

    static Offer ofColumn(ExtensionHandle<CatalogColumn> column) {
        return new Offer(column.digest(), (entities, caller) -> read(column, entities, caller));
    }

    /** {@return what it says of some entities} */
    List<Fact> read(List<Entity> entities, Caller caller) {
        return reading.apply(entities, caller);
    }

    private static List<Fact> read(ExtensionHandle<CatalogColumn> column, List<Entity> entities, Caller caller) {
        Instant now = Instant.now();
        List<Fact> facts = new ArrayList<>();
        for (int from = 0; from < entities.size(); from += CatalogColumn.MOST_ENTITIES) {
            List<Entity> some = entities.subList(from, Math.min(entities.size(), from + CatalogColumn.MOST_ENTITIES));
            Map<EntityRef, Value> values = column.call(known -> Map.copyOf(known.values(some, caller)));
            values.forEach((ref, value) -> facts.add(new Fact(ref, json(value), now, column.title())));
        }
        return facts;
    }

    private static Json json(Value value) {
        if (value instanceof Value.Quantity quantity) {
            return new Json.Num(quantity.amount());
        }
        if (value instanceof Value.Money money) {
            return new Json.Num(money.amount());
        }
        if (value instanceof Value.Bytes bytes) {
            return Json.of(bytes.count());
        }
        if (value instanceof Value.Percent percent) {
            return new Json.Num(BigDecimal.valueOf(percent.fraction()));
        }
        if (value instanceof Value.Length length) {
            return Json.of(length.duration().toSeconds());
        }
        return Json.of(text(value));
    }

    private static String text(Value value) {
        if (value instanceof Value.Text text) {
            return text.text();
        }
        if (value instanceof Value.Moment moment) {
            return moment.instant().toString();
        }
        if (value instanceof Value.Ref ref) {
            return ref.ref().toString();
        }
        if (value instanceof Value.Link link) {
            return link.href().toString();
        }
        if (value instanceof Value.PageLink link) {
            return link.label();
        }
        if (value instanceof Value.State state) {
            return state.label();
        }
        return value instanceof Value.Tag tag ? tag.label() : "";
    }
}
