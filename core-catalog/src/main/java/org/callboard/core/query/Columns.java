package org.callboard.core.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;

/** The columns that were used last. A segment never changes, so its columns outlive the generations of the index. */
final class Columns {

    private static final long BYTES = 48L << 20;

    private final WeighedCache<Key, Column> cache = new WeighedCache<>(BYTES, Column::weight);

    private record Key(Object segment, String field, String path) {}

    /** {@return the column of a lower-case path} */
    Column get(LeafReaderContext segment, String field, String path) {
        IndexReader.CacheHelper core = segment.reader().getCoreCacheHelper();
        Key key = new Key(core == null ? segment : core.getKey(), field, path);
        Column column = cache.get(key);
        return column == null ? cache.put(key, load(segment, field, path)) : column;
    }

    private static Column load(LeafReaderContext segment, String field, String path) {
        try {
            return Column.load(segment.reader(), field, path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
