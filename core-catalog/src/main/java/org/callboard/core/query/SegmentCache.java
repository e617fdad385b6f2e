package org.callboard.core.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;

/**
 * What was read last of segments: their columns, and their entities. A segment never changes, so that this outlives the
 * generations of the index; it goes with the segment.
 */
final class SegmentCache {

    private static final long BYTES = 48L << 20;
    private static final long ENTITY_BYTES = 4L << 20;

    private final WeighedCache<Key, Column> columns = new WeighedCache<>(BYTES, Column::weight);

    private final WeighedCache<Place, StoredEntity> entities = new WeighedCache<>(ENTITY_BYTES, StoredEntity::weight);

    private final WeighedCache<Object, RefTable> refs = new WeighedCache<>(BYTES, RefTable::weight);

    /** The same for all, as a segment tells each of its listeners once. */
    private final IndexReader.ClosedListener closed = this::forget;

    private record Key(Object segment, boolean folded, String path) {}

    private record Place(Object segment, int document) {}

    /** {@return the column of a lower-case path, its values as they are written} */
    Column written(LeafReaderContext segment, String path) {
        return get(segment, false, path, value -> value);
    }

    /** {@return the column of a lower-case path, its values in lower case} */
    Column folded(LeafReaderContext segment, String path) {
        return get(segment, true, path, SearchRows::fold);
    }

    /** {@return the entity of a document} To find it in the files costs more than to copy it. */
    StoredEntity entity(LeafReaderContext segment, int document) {
        Place place = new Place(key(segment), document);
        StoredEntity known = entities.get(place);
        try {
            return known == null
                    ? kept(segment, entities.put(place, StoredEntity.load(segment.reader(), document)))
                    : known;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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
        Column column = columns.get(key);
        return column == null ? kept(segment, columns.put(key, load(segment, path, form))) : column;
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
        columns.forget(key -> key.segment().equals(segment));
        refs.forget(segment::equals);
        entities.forget(place -> place.segment().equals(segment));
    }

    private static Column load(LeafReaderContext segment, String path, UnaryOperator<String> form) {
        try {
            return Column.load(segment.reader(), path, form);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
