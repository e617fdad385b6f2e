package org.callboard.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Order;
import org.callboard.api.model.Json;
import org.callboard.core.stitch.Arrow;

/** Entities, filters and orders out of a small vocabulary, so that they meet. */
public final class RandomEntities {

    private static final List<String> PATHS = List.of(
            "kind",
            "Metadata.Name",
            "metadata.namespace",
            "metadata.title",
            "metadata.tags",
            "metadata.tags.java",
            "metadata.tags.Straße",
            "metadata.annotations.example.com/x.y",
            "metadata.uid",
            "metadata.etag",
            "spec.type",
            "spec.size",
            "spec.parts.name",
            "spec.parts.size",
            "spec.parts.x",
            "spec.long",
            "spec.mixed",
            "spec.mixed.a",
            "relations.ownedBy",
            "relations.dependsOn",
            "status.phase",
            "spec",
            "spec.nowhere");
    private static final List<String> TEXTS = List.of(
            "service",
            "Service",
            "SERVICE",
            "server",
            "website",
            "Ärger",
            "ärger",
            "x",
            "X",
            "a b",
            " a",
            "",
            "java",
            "Straße",
            "İzmir",
            "😀",
            "\uFFFD",
            "true",
            "1",
            "10",
            "1.5",
            "zz",
            "group:default/x",
            "a",
            "component");

    private final Random random;

    public RandomEntities(long seed) {
        this.random = new Random(seed);
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public boolean oneIn(int chance) {
        return random.nextInt(chance) == 0;
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    public String path() {
        return oneOf(PATHS);
    }

    public String text() {
        return oneOf(TEXTS);
    }

    /** {@return an entity of this name; most of its fields may be lacking} */
    public Json.Obj entity(String name) {
        Json.Builder metadata = Json.object().put("name", name);
        Json.Builder spec = Json.object();
        if (!oneIn(3)) {
            metadata.put("title", text());
        }
        if (!oneIn(3)) {
            metadata.put("tags", list());
        }
        if (oneIn(2)) {
            metadata.put(
                    "annotations", Json.object().put("example.com/x.y", text()).build());
        }
        if (!oneIn(4)) {
            spec.put("type", text());
        }
        if (!oneIn(3)) {
            spec.put("size", scalar());
        }
        if (oneIn(2)) {
            spec.put("parts", new Json.Arr(List.of(part(), part(), Json.of(text()))));
        }
        if (oneIn(3)) {
            spec.put("long", oneOf(List.of("y".repeat(200), "Y".repeat(201), "yy".repeat(99))));
        }
        if (oneIn(2)) {
            spec.put(
                    "mixed",
                    new Json.Arr(
                            List.of(scalar(), Json.object().put("a", text()).build(), scalar())));
        }
        return Json.object()
                .put("kind", oneOf(List.of("Component", "component", "API")))
                .put("metadata", metadata.build())
                .put("spec", spec.build())
                .put("status", oneIn(3) ? Json.object().put("phase", text()).build() : null)
                .build();
    }

    private Json.Obj part() {
        Json.Builder part = Json.object().put("name", text());
        return oneIn(2) ? part.put("size", scalar()).build() : part.build();
    }

    private Json list() {
        List<String> texts = new ArrayList<>();
        for (int i = below(4); i > 0; i--) {
            texts.add(text());
        }
        return Json.ofTexts(texts);
    }

    private Json scalar() {
        return switch (below(6)) {
            case 0 -> Json.Bool.TRUE;
            case 1 -> Json.Null.NULL;
            case 2 -> new Json.Num(new java.math.BigDecimal(oneOf(List.of("1", "1.0", "10", "1e1", "1.50", "-0.0"))));
            default -> Json.of(text());
        };
    }

    Arrow[] relations() {
        Arrow[] arrows = new Arrow[below(3)];
        for (int i = 0; i < arrows.length; i++) {
            arrows[i] =
                    new Arrow(oneOf(List.of("ownedBy", "dependsOn")), "group:default/" + oneOf(List.of("x", "y", "z")));
        }
        return arrows;
    }

    public Filter filter(int depth) {
        return switch (below(depth > 0 ? 8 : 5)) {
            case 0 -> new Filter.Exists(path());
            case 1 -> new Filter.Equal(path(), List.of(text(), text(), text()).subList(0, below(4)));
            case 2 -> new Filter.Prefix(path(), start());
            case 3 -> new Filter.Contains(List.of(path(), path(), path()).subList(0, 1 + below(3)), start());
            case 4 -> Filter.equal(path(), text());
            case 5 -> new Filter.All(filters(depth));
            case 6 -> new Filter.Any(filters(depth));
            default -> new Filter.Not(filter(depth - 1));
        };
    }

    private List<Filter> filters(int depth) {
        List<Filter> filters = new ArrayList<>();
        for (int i = below(4); i > 0; i--) {
            filters.add(filter(depth - 1));
        }
        return filters;
    }

    private String start() {
        String text = text();
        return text.substring(0, text.offsetByCodePoints(0, Math.min(below(4), text.codePointCount(0, text.length()))));
    }

    public List<Order> order() {
        List<Order> order = new ArrayList<>();
        for (int i = below(4); i > 0; i--) {
            order.add(new Order(path(), oneOf(List.of(Order.Direction.ASCENDING, Order.Direction.DESCENDING))));
        }
        return order;
    }
}
