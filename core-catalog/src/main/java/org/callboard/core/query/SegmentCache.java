package org.callboard.core.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
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

    /** Reads a value of a segment's files. */
    @FunctionalInterface
    private interface Loader<V> {
        V load(LeafReader segment) throws IOException;
    }

    /** {@return the column of a lower-case path, its values as they are written} */
    Column written(LeafReaderContext segment, String path) {
        Key key = new Key(key(segment), false, path);
        return get(columns, key, segment, files -> Column.load(files, path, value -> value));
    }

    /** {@return the column of a lower-case path, its values in lower case} */
    Column folded(LeafReaderContext segment, String path) {
        Key key = new Key(key(segment), true, path);
        return get(columns, key, segment, files -> Column.load(files, path, SearchRows::fold));
    }

    /** {@return the entity of a document} To find it in the files costs more than to copy it. */
    StoredEntity entity(LeafReaderContext segment, int document) {
        Place place = new Place(key(segment), document);
        return get(entities, place, segment, files -> StoredEntity.load(files, document));
    }

    /** {@return where in a segment each entity is} */
    RefTable refs(LeafReaderContext segment) {
        return get(refs, key(segment), segment, RefTable::load);
    }

    private static Object key(LeafReaderContext segment) {
        IndexReader.CacheHelper core = segment.reader().getCoreCacheHelper();
        return core == null ? segment : core.getKey();
    }

    private <K, V> V get(WeighedCache<K, V> cache, K key, LeafReaderContext segment, Loader<V> loader) {
        V known = cache.get(key);
        try {
            return known == null ? kept(segment, cache.put(key, loader.load(segment.reader()))) : known;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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
}
