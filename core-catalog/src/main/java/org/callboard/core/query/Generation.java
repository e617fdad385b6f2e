package org.callboard.core.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.BinaryDocValues;
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

/** The index as it is after one change and before the next. What questions had to be worked out for is remembered. */
final class Generation {

    private static final long SETS_BYTES = 8L << 20;
    private static final long ORDERS_BYTES = 16L << 20;
    private static final int MOST_COLUMNS = 100;

    private final DirectoryReader reader;
    private final Columns columns;
    private final long number;
    private final Bits alive;
    private final Matches matches;
    private final WeighedCache<Filter, Matching> sets =
            new WeighedCache<>(SETS_BYTES, set -> set.documents().ramBytesUsed() + 200);
    private final WeighedCache<List<Order>, SortOrder> orders = new WeighedCache<>(ORDERS_BYTES, SortOrder::weight);
    private final WeighedCache<FacetKey, Facet> facets =
            new WeighedCache<>(SETS_BYTES, facet -> 100L * facet.values().size() + 200);
    private final Map<String, SortColumn> sortColumns = new ConcurrentHashMap<>();

    Generation(DirectoryReader reader, Columns columns, long number) {
        this.reader = reader;
        this.columns = columns;
        this.number = number;
        Bits live = MultiBits.getLiveDocs(reader);
        this.alive = live == null ? new Bits.MatchAllBits(reader.maxDoc()) : live;
        this.matches = new Matches(reader, columns, alive);
    }

    /** The entities that a filter lets through, and how many they are. */
    record Matching(FixedBitSet documents, int count) {}

    private record FacetKey(Filter filter, String path) {}

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

    SortOrder order(List<Order> order) {
        SortOrder known = orders.get(order);
        return known != null ? known : orders.put(order, SortOrder.of(order, this::sortColumn, alive));
    }

    private SortColumn sortColumn(String path) {
        if (sortColumns.size() > MOST_COLUMNS) {
            sortColumns.clear();
        }
        return sortColumns.computeIfAbsent(SearchRows.fold(path), key -> SortColumn.load(reader, columns, key));
    }

    Facet facet(Filter filter, String path) {
        FacetKey key = new FacetKey(filter, path);
        Facet known = facets.get(key);
        return known != null ? known : facets.put(key, count(matching(filter).documents(), path));
    }

    private Facet count(FixedBitSet documents, String path) {
        Map<String, int[]> counts = new TreeMap<>();
        for (LeafReaderContext segment : reader.leaves()) {
            Column column = columns.written(segment, SearchRows.fold(path));
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

    Optional<Entity> find(String field, String text) {
        Term term = new Term(field, text);
        try {
            for (LeafReaderContext segment : reader.leaves()) {
                PostingsEnum postings = segment.reader().postings(term, PostingsEnum.NONE);
                if (postings != null) {
                    for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                        if (alive.get(segment.docBase + doc)) {
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
        int inSegment = document - segment.docBase;
        BytesRef ref = value(segment, Fields.REF, inSegment);
        String text = ref.utf8ToString();
        BytesRef bytes = value(segment, Fields.DOCUMENT, inSegment);
        return new IndexedEntity(EntityRef.parse(text), BytesRef.deepCopyOf(bytes).bytes);
    }

    private static BytesRef value(LeafReaderContext segment, String field, int document) {
        try {
            BinaryDocValues values = segment.reader().getBinaryDocValues(field);
            if (values != null && values.advanceExact(document)) {
                return values.binaryValue();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        throw new IllegalStateException("The index holds a document without " + field);
    }
}
