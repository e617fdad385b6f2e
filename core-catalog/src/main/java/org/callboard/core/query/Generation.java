package org.callboard.core.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.callboard.api.catalog.Facet;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Order;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.jspecify.annotations.Nullable;

/** The index as it is after one change and before the next. What questions had to be worked out for is remembered. */
final class Generation {

    private static final long SETS_BYTES = 8L << 20;
    private static final long ORDERS_BYTES = 16L << 20;
    private static final int MOST_COLUMNS = 100;

    private final DirectoryReader reader;
    private final SegmentCache segments;
    private final long number;
    private final Bits alive;
    private final Matches matches;
    private final WeighedCache<Filter, Matching> sets =
            new WeighedCache<>(SETS_BYTES, set -> set.documents().ramBytesUsed() + 200);
    private final WeighedCache<List<Order>, SortOrder> orders = new WeighedCache<>(ORDERS_BYTES, SortOrder::weight);
    private final WeighedCache<SeenOrder, SortOrder> seenOrders = new WeighedCache<>(ORDERS_BYTES, SortOrder::weight);
    private final WeighedCache<FacetKey, Facet> facets =
            new WeighedCache<>(SETS_BYTES, facet -> 100L * facet.values().size() + 200);
    private final AtomicReferenceArray<@Nullable RefTable> refs;
    private final Map<String, SortColumn> sortColumns = new ConcurrentHashMap<>();

    Generation(DirectoryReader reader, SegmentCache segments, long number) {
        this.reader = reader;
        this.segments = segments;
        this.number = number;
        this.refs = new AtomicReferenceArray<>(reader.leaves().size());
        Bits live = MultiBits.getLiveDocs(reader);
        this.alive = live == null ? new Bits.MatchAllBits(reader.maxDoc()) : live;
        this.matches = new Matches(reader, segments, alive);
    }

    /** The entities that a filter lets through, and how many they are. */
    record Matching(FixedBitSet documents, int count) {}

    private record FacetKey(Filter filter, String path) {}

    private record SeenOrder(List<Order> order, Sight sight) {}

    DirectoryReader reader() {
        return reader;
    }

    /** {@return the number of the last change that it contains} */
    long number() {
        return number;
    }

    Matching matching(Filter filter) {
        Matching known = sets.get(filter);
        if (known != null) {
            return known;
        }
        FixedBitSet found = matches.of(filter);
        return sets.put(filter, new Matching(found, found.cardinality()));
    }

    /** {@return what a filter lets through of what is seen} */
    Matching matching(Filter filter, Sight sight) {
        Filter both = sight.and(filter);
        if (both == filter || both == sight.condition()) {
            return matching(both);
        }
        Matching known = sets.get(both);
        if (known != null) {
            return known;
        }
        FixedBitSet found = matching(sight.condition()).documents().clone();
        found.and(matching(filter).documents());
        return sets.put(both, new Matching(found, found.cardinality()));
    }

    /** {@return the documents of the entities that are seen} */
    Bits visible(Sight sight) {
        return sight.isWhole() ? alive : matching(sight.condition()).documents();
    }

    /** {@return what is seen, in order} A walk through it passes over nothing that is hidden, however much that is. */
    SortOrder order(List<Order> order, Sight sight) {
        if (sight.isWhole()) {
            return order(order);
        }
        SeenOrder key = new SeenOrder(order, sight);
        SortOrder known = seenOrders.get(key);
        return known != null ? known : seenOrders.put(key, order(order).only(visible(sight)));
    }

    private SortOrder order(List<Order> order) {
        SortOrder known = orders.get(order);
        return known != null ? known : orders.put(order, SortOrder.of(order, this::sortColumn, alive));
    }

    private SortColumn sortColumn(String path) {
        if (sortColumns.size() > MOST_COLUMNS) {
            sortColumns.clear();
        }
        return sortColumns.computeIfAbsent(SearchRows.fold(path), key -> SortColumn.load(reader, segments, key));
    }

    Facet facet(Filter filter, Sight sight, String path) {
        FacetKey key = new FacetKey(sight.and(filter), path);
        Facet known = facets.get(key);
        return known != null
                ? known
                : facets.put(key, count(matching(filter, sight).documents(), path));
    }

    private Facet count(FixedBitSet documents, String path) {
        Map<String, int[]> counts = new TreeMap<>();
        for (LeafReaderContext segment : reader.leaves()) {
            Column column = segments.written(segment, SearchRows.fold(path));
            for (int index = 0; index < column.size(); index++) {
                int[] count = {0};
                column.forEachDocument(index, doc -> count[0] += documents.get(segment.docBase + doc) ? 1 : 0);
                if (count[0] > 0) {
                    counts.computeIfAbsent(column.value(index), value -> new int[1])[0] += count[0];
                }
            }
        }
        List<Facet.Value> values = new ArrayList<>(counts.size());
        counts.forEach((value, count) -> values.add(new Facet.Value(value, count[0])));
        return new Facet(path, values);
    }

    /** {@return the entity, if it is there and seen} */
    Optional<Entity> find(EntityRef ref, Sight sight) {
        String text = ref.toString();
        OptionalInt document = document(
                new BytesRef(text),
                sight,
                (segment, doc) -> segments.entity(segment, doc).isNamed(text));
        return document.isPresent() ? Optional.of(entity(document.getAsInt())) : Optional.empty();
    }

    /** {@return the document of an entity that is there and seen} */
    OptionalInt document(String ref, Sight sight) {
        BytesRef bytes = new BytesRef(ref);
        return document(bytes, sight, (segment, doc) -> RefTable.isOf(segment.reader(), doc, bytes));
    }

    /** Whether a document of a segment is the one that is looked for. */
    @FunctionalInterface
    private interface Check {
        boolean isIt(LeafReaderContext segment, int document) throws IOException;
    }

    private OptionalInt document(BytesRef ref, Sight sight, Check check) {
        Bits visible = visible(sight);
        try {
            for (LeafReaderContext segment : reader.leaves()) {
                int doc = refs(segment)
                        .find(ref, each -> visible.get(segment.docBase + each) && check.isIt(segment, each));
                if (doc >= 0) {
                    return OptionalInt.of(segment.docBase + doc);
                }
            }
            return OptionalInt.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Two threads that come here at a time find the same. */
    private RefTable refs(LeafReaderContext segment) {
        RefTable known = refs.get(segment.ord);
        if (known == null) {
            known = segments.refs(segment);
            refs.set(segment.ord, known);
        }
        return known;
    }

    /** {@return the first entity seen that has a value, as its row in the index} */
    Optional<Entity> first(String field, String row, Sight sight) {
        Bits visible = visible(sight);
        Term term = new Term(field, row);
        try {
            for (LeafReaderContext segment : reader.leaves()) {
                PostingsEnum postings = segment.reader().postings(term, PostingsEnum.NONE);
                if (postings != null) {
                    for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                        if (visible.get(segment.docBase + doc)) {
                            return Optional.of(entity(segment.docBase + doc));
                        }
                    }
                }
            }
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return the entity of a document} */
    Entity entity(int document) {
        LeafReaderContext segment = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        return segments.entity(segment, document - segment.docBase).entity();
    }
}
