package org.callboard.core.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;

/**
 * The columns that were used last. A segment never changes, so its columns outlive the generations of the index; they go with
 * the segment.
 */
final class Columns {

    private static final long BYTES = 48L << 20;

    private final WeighedCache<Key, Column> cache = new WeighedCache<>(BYTES, Column::weight);

    private final WeighedCache<Object, RefTable> refs = new WeighedCache<>(BYTES, RefTable::weight);

    /** The same for all, as a segment tells each of its listeners once. */
    private final IndexReader.ClosedListener closed = this::forget;

    private record Key(Object segment, boolean folded, String path) {}

    /** {@return the column of a lower-case path, its values as they are written} */
    Column written(LeafReaderContext segment, String path) {
        return get(segment, false, path, value -> value);
    }

    /** {@return the column of a lower-case path, its values in lower case} */
    Column folded(LeafReaderContext segment, String path) {
        return get(segment, true, path, SearchRows::fold);
    }

    /** {@return where in a segment each entity is} */
    RefTable refs(LeafReaderContext segment) {
        Object key = key(segment);
        RefTable table = refs.get(key);
        try {
            return table == null ? kept(segment, refs.put(key, RefTable.load(segment.reader()))) : table;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Object key(LeafReaderContext segment) {
        IndexReader.CacheHelper core = segment.reader().getCoreCacheHelper();
        return core == null ? segment : core.getKey();
    }

    private Column get(LeafReaderContext segment, boolean folded, String path, UnaryOperator<String> form) {
        Key key = new Key(key(segment), folded, path);
        Column column = cache.get(key);
        return column == null ? kept(segment, cache.put(key, load(segment, path, form))) : column;
    }

    /** Until the segment goes; whoever reads of it holds it open. */
    private <T> T kept(LeafReaderContext segment, T value) {
        IndexReader.CacheHelper core = segment.reader().getCoreCacheHelper();
        if (core != null) {
            core.addClosedListener(closed);
        }
        return value;
    }

    private void forget(IndexReader.CacheKey segment) {
        cache.forget(key -> key.segment().equals(segment));
        refs.forget(segment::equals);
    }

    private static Column load(LeafReaderContext segment, String path, UnaryOperator<String> form) {
        try {
            return Column.load(segment.reader(), path, form);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
