package org.callboard.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A figure of HTTP. Where people ask many like questions, so do we: one answer again and again would be served from a
 * cache.
 *
 * @param name what is asked
 * @param calls the requests, made in turn
 * @param mustReach answers a second
 * @param backstage what Backstage gave
 */
record HttpFigure(String name, List<Call> calls, String mustReach, String backstage) {

    private static final String QUERY = "/api/catalog/entities/by-query?limit=20&orderField=metadata.name,asc&filter=";
    private static final String FACETS = "/api/catalog/entity-facets?filter=kind=component&facet=";
    private static final List<String> WORDS = Words.NOUNS.subList(0, 20);

    /** {@return the figures, for a catalog of this size} */
    static List<HttpFigure> all(Population population) {
        return List.of(
                new HttpFigure(
                        "by-query kind=component, sorted, 20",
                        List.of(Call.get(QUERY + "kind=component")),
                        "3 800/s",
                        "38/s, p99 676 ms"),
                new HttpFigure("by-query, three filters", threeFilters(), "4 700/s", "47/s, p99 644 ms"),
                new HttpFigure("by-query, text in title and description", texts(), "3 100/s", "31/s, p99 735 ms"),
                new HttpFigure("facets of one field", List.of(Call.get(FACETS + "spec.type")), "6 800/s", "68/s"),
                new HttpFigure(
                        "facets of four fields",
                        List.of(Call.get(FACETS + "spec.type&facet=spec.lifecycle&facet=metadata.tags"
                                + "&facet=metadata.namespace")),
                        "6 000/s",
                        "99/s"),
                new HttpFigure("by name", byName(population), "12 000/s", "837/s, p99 63 ms"),
                new HttpFigure("page owned by a group", owned(population), "7 000/s", "234/s"),
                new HttpFigure("by-refs, 20", byRefs(population), "7 700/s", "772/s"),
                new HttpFigure(
                        "entities, 100",
                        List.of(Call.get("/api/catalog/entities?filter=kind=component&limit=100")),
                        "1 170/s",
                        "117/s"));
    }

    private static List<Call> threeFilters() {
        return List.of("service", "library", "website").stream()
                .map(type -> Call.get(QUERY + "kind=component,spec.type=" + type + ",spec.lifecycle=production"))
                .toList();
    }

    private static List<Call> texts() {
        return WORDS.stream()
                .map(word -> Call.get(QUERY + "kind=component&fullTextFilterTerm=" + word
                        + "&fullTextFilterFields=metadata.title,metadata.description"))
                .toList();
    }

    private static List<Call> byName(Population population) {
        return spread(population.components(), 500)
                .mapToObj(number -> CatalogGenerator.name("component", number))
                .map(name -> Call.get("/api/catalog/entities/by-name/component/default/" + name))
                .toList();
    }

    private static List<Call> owned(Population population) {
        return spread(population.groups(), 50)
                .mapToObj(number -> CatalogGenerator.name("group", number))
                .map(name -> Call.get(QUERY + "relations.ownedBy=group:default/" + name))
                .toList();
    }

    private static List<Call> byRefs(Population population) {
        return spread(population.components(), 50)
                .mapToObj(first -> IntStream.range(first, first + 20)
                        .map(number -> number % population.components())
                        .mapToObj(number -> "\"component:default/" + CatalogGenerator.name("component", number) + "\"")
                        .collect(Collectors.joining(",")))
                .map(refs -> new Call("/api/catalog/entities/by-refs", "{\"entityRefs\":[" + refs + "]}"))
                .toList();
    }

    /** {@return so many numbers at most, spread evenly over all of them} */
    private static IntStream spread(int size, int wanted) {
        int count = Math.min(size, wanted);
        return IntStream.range(0, count).map(i -> (int) ((long) i * size / count));
    }
}
