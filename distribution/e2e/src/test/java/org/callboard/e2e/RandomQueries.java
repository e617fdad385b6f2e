package org.callboard.e2e;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Makes queries to the catalog, sensible ones and others; the same sequence for the same seed. */
final class RandomQueries {

    private static final List<String> PATHS = List.of(
            "kind",
            "metadata.name",
            "metadata.namespace",
            "metadata.tags",
            "metadata.annotations.backstage.io/techdocs-ref",
            "metadata.labels",
            "spec.type",
            "spec.owner",
            "spec.lifecycle",
            "relations.ownedBy",
            "relations.partOf",
            "metadata.uid",
            "spec",
            "SPEC.TYPE",
            "nothing.of.the.kind",
            "spec.definition",
            "[0]",
            "..",
            "metadata.name[",
            "\u00e9\u4e2d");

    private static final List<String> VALUES = List.of(
            "component",
            "api",
            "service",
            "production",
            "team-a",
            "",
            "*",
            "a b",
            "\u00fc",
            "null",
            "true",
            "0",
            "1e999",
            "\"",
            "'; drop table entity; --",
            "../..",
            "%",
            "\\",
            "\u0000",
            "a".repeat(3_000));

    private static final List<String> NUMBERS =
            List.of("0", "1", "20", "500", "10000", "-1", "99999999999999999999", "1.5", "", "many", "0x10");

    private final Random random;
    private final List<Supplier<String>> parameters = List.of(
            () -> "filter=" + encode(filter()),
            () -> "filter=" + encode(any(PATHS)),
            () -> "limit=" + encode(any(NUMBERS)),
            () -> "offset=" + encode(any(NUMBERS)),
            () -> "fields=" + encode(any(PATHS) + "," + any(PATHS)),
            () -> "orderField=" + encode(any(PATHS) + "," + any(List.of("asc", "desc", "", "up"))),
            () -> "order=" + encode(any(List.of("asc:", "desc:", "", "x:")) + any(PATHS)),
            () -> "fullTextFilterTerm=" + encode(any(VALUES)),
            () -> "fullTextFilterFields=" + encode(any(PATHS)),
            () -> "facet=" + encode(any(PATHS)),
            () -> "cursor=" + encode(any(VALUES)),
            () -> "after=" + encode(any(VALUES)));

    RandomQueries(long seed) {
        random = new Random(seed);
    }

    String next() {
        String path = any(List.of(
                "/api/catalog/entities",
                "/api/catalog/entities/by-query",
                "/api/catalog/entities/by-query",
                "/api/catalog/entity-facets"));
        StringBuilder query = new StringBuilder(path);
        String separator = "?";
        if (path.endsWith("facets")) {
            query.append("?facet=").append(encode(any(PATHS)));
            separator = "&";
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            query.append(separator)
                    .append(parameters.get(random.nextInt(parameters.size())).get());
            separator = "&";
        }
        return query.toString();
    }

    private String filter() {
        StringBuilder filter = new StringBuilder(any(PATHS) + "=" + any(VALUES));
        for (int i = random.nextInt(3); i > 0; i--) {
            filter.append(',').append(any(PATHS)).append('=').append(any(VALUES));
        }
        return filter.toString();
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
