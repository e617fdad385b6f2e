package org.callboard.core.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.callboard.api.model.Json;

/** Documents as people break them: one field, or a few, are not what they were. The same seed breaks the same fields. */
final class MutatedDocuments {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\uFEFF\u00A0",
            "a",
            "A",
            "0",
            "a b",
            " a",
            "a\n",
            "a--b",
            "a-",
            "-a",
            "a..b",
            "a._-b",
            "a_b",
            ".",
            "a/b",
            "a/b/c",
            "A.io/b",
            "a--b.io/c",
            "a-.io/c",
            "a..io/b",
            "/a",
            "a/",
            "c++",
            "c#",
            "lang:go",
            "a:b/c",
            "\u00e4",
            "p\u0430y",
            "\u202Ea",
            "\uD83D\uDE00",
            "true",
            "null",
            "required",
            "optional",
            "skill",
            "rule",
            "plugin",
            "marketplace",
            "mcp-server",
            "backstage.io/v1alpha1",
            "backstage.io/v1beta1",
            "scaffolder.backstage.io/v1beta3",
            "https://example.com/a b",
            "mailto:a@example.com",
            "//example.com");
    private static final List<Integer> LENGTHS = List.of(63, 64, 253, 254, 500, 501);
    private static final List<String> KINDS = List.of(
            "Component",
            "API",
            "Resource",
            "System",
            "Domain",
            "Group",
            "User",
            "Location",
            "Template",
            "AiResource",
            "component",
            "Gizmo");
    private static final List<String> ROOT = List.of("spec", "relations", "status", "Kind", "data", "__proto__", "");
    private static final List<String> METADATA = List.of(
            "uid",
            "etag",
            "name",
            "namespace",
            "title",
            "description",
            "labels",
            "annotations",
            "tags",
            "links",
            "owner",
            "toString");
    private static final List<String> LINK = List.of("url", "title", "icon", "type", "note");
    private static final List<String> SPEC = fieldsOf("spec");

    private final Random random;
    private final RandomUrls urls;

    MutatedDocuments(long seed) {
        random = new Random(seed);
        urls = new RandomUrls(random);
    }

    /** Every field that a rule speaks of, without the list numbers. */
    private static List<String> fieldsOf(String parent) {
        List<String> names = new ArrayList<>(List.of("dependencyOf", "note", "definition", "remotes"));
        for (KnownKind kind : BuiltInKinds.all().stream().map(KnownKind::of).toList()) {
            kind.fields()
                    .forEach(field -> names.add(field.path().get(field.path().size() - 1)));
            kind.details()
                    .forEach(detail -> names.add(detail.path().get(detail.path().size() - 1)));
        }
        return names.stream()
                .filter(name -> !name.equals(parent) && !name.equals("*"))
                .distinct()
                .toList();
    }

    /** {@return the document with one to three changes} */
    Json.Obj mutate(Json.Obj document) {
        Json.Obj result = document;
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            result = change(result);
        }
        return result;
    }

    private Json.Obj change(Json.Obj document) {
        return switch (random.nextInt(12)) {
            case 0 -> document.with(one(ROOT), value(2));
            case 1 -> document.with("apiVersion", Json.of(text()));
            case 2 -> document.with("kind", Json.of(random.nextInt(4) == 0 ? text() : one(KINDS)));
            case 3, 4 -> within(document, "metadata", metadata -> metadata.with(one(METADATA), value(2)));
            case 5 -> within(document, "metadata", this::withMap);
            case 6 -> within(document, "metadata", metadata -> metadata.with("links", links()));
            case 7, 8 -> within(document, "spec", spec -> spec.with(one(SPEC), value(2)));
            default -> (Json.Obj) anywhere(document, 0);
        };
    }

    private static Json.Obj within(Json.Obj document, String field, UnaryOperator<Json.Obj> change) {
        return document.with(field, change.apply(document.object(field)));
    }

    private Json.Obj withMap(Json.Obj metadata) {
        Json value = random.nextInt(3) == 0 ? value(1) : Json.of(text());
        return switch (random.nextInt(3)) {
            case 0 -> metadata.with("labels", Json.object().put(text(), value).build());
            case 1 ->
                metadata.with("annotations", Json.object().put(text(), value).build());
            default -> metadata.with("tags", new Json.Arr(List.of(Json.of("java"), value)));
        };
    }

    private Json links() {
        Json.Obj link = Json.object()
                .put("url", random.nextInt(8) == 0 ? value(1) : Json.of(urls.next()))
                .build();
        return new Json.Arr(List.of(random.nextInt(3) == 0 ? link.with(one(LINK), value(1)) : link));
    }

    /** Walks down to some field or item, and changes, renames or removes it. */
    private Json anywhere(Json value, int depth) {
        if (value instanceof Json.Obj object && !object.fields().isEmpty() && (depth < 2 || random.nextInt(3) > 0)) {
            String key = one(List.copyOf(object.fields().keySet()));
            Map<String, Json> fields = new LinkedHashMap<>(object.fields());
            switch (random.nextInt(5 + depth)) {
                case 0 -> fields.remove(key);
                case 1 ->
                    fields.put(
                            renamed(key),
                            Json.object()
                                    .put("x", fields.remove(key))
                                    .build()
                                    .fields()
                                    .get("x"));
                default -> fields.put(key, anywhere(object.fields().get(key), depth + 1));
            }
            return new Json.Obj(fields);
        }
        if (value instanceof Json.Arr array && !array.items().isEmpty() && random.nextInt(4) > 0) {
            List<Json> items = new ArrayList<>(array.items());
            int i = random.nextInt(items.size());
            items.set(i, anywhere(items.get(i), depth + 1));
            return new Json.Arr(items);
        }
        return depth == 0 ? value : other(value);
    }

    private String renamed(String key) {
        return random.nextBoolean() ? key + "x" : key.toUpperCase(Locale.ROOT);
    }

    private Json other(Json value) {
        if (value instanceof Json.Text text && random.nextInt(3) == 0) {
            return Json.of(random.nextBoolean() ? text.value().toUpperCase(Locale.ROOT) : text.value() + text());
        }
        return random.nextInt(4) == 0 ? new Json.Arr(List.of(value)) : value(2);
    }

    private Json value(int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 6)) {
            case 0 -> Json.Null.NULL;
            case 1 -> random.nextBoolean() ? Json.Bool.TRUE : Json.Bool.FALSE;
            case 2 -> Json.of(random.nextInt(3));
            case 3, 4, 5 -> Json.of(text());
            case 6 -> new Json.Arr(List.of());
            case 7 -> new Json.Arr(List.of(value(depth - 1)));
            case 8 -> Json.Obj.EMPTY;
            default ->
                Json.object()
                        .put(random.nextInt(3) == 0 ? text() : one(SPEC), value(depth - 1))
                        .build();
        };
    }

    private String text() {
        return switch (random.nextInt(8)) {
            case 0 -> "a".repeat(one(LENGTHS));
            case 1 -> "a.".repeat(one(LENGTHS) / 2) + "b/" + one(TEXTS);
            case 2 -> "a.b/" + "a".repeat(one(LENGTHS));
            default -> one(TEXTS);
        };
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
