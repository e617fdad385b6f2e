package org.callboard.core.query;

import java.util.Arrays;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;

/** For each entity of one generation, the smallest value of a path, as a number that sorts like it. Immutable. */
final class SortColumn {

    /** The key of an entity without a value: behind all others, in either direction. */
    static final int MISSING = Integer.MAX_VALUE;

    private static final int NONE = -1;

    private final String[] values;
    private final int[] ordinals;

    private SortColumn(String[] values, int[] ordinals) {
        this.values = values;
        this.ordinals = ordinals;
    }

    /** {@return the column of a lower-case path} */
    static SortColumn load(IndexReader reader, SegmentCache segments, String path) {
        Column[] parts = new Column[reader.leaves().size()];
        for (LeafReaderContext segment : reader.leaves()) {
            parts[segment.ord] = segments.folded(segment, path);
        }
        String[] values = distinct(parts);
        int[] ordinals = new int[reader.maxDoc()];
        Arrays.fill(ordinals, NONE);
        for (LeafReaderContext segment : reader.leaves()) {
            number(parts[segment.ord], values, ordinals, segment.docBase);
        }
        return new SortColumn(values, ordinals);
    }

    private static String[] distinct(Column[] parts) {
        int size = 0;
        for (Column part : parts) {
            size += part.size();
        }
        String[] all = new String[size];
        int at = 0;
        for (Column part : parts) {
            for (int i = 0; i < part.size(); i++) {
                all[at++] = part.value(i);
            }
        }
        Arrays.sort(all);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || !all[kept - 1].equals(all[i])) {
                all[kept++] = all[i];
            }
        }
        return Arrays.copyOf(all, kept);
    }

    private static void number(Column part, String[] values, int[] ordinals, int docBase) {
        for (int i = 0; i < part.size(); i++) {
            int ordinal = Arrays.binarySearch(values, part.value(i));
            part.forEachDocument(i, doc -> {
                int before = ordinals[docBase + doc];
                if (before == NONE || ordinal < before) {
                    ordinals[docBase + doc] = ordinal;
                }
            });
        }
    }

    /** {@return a number by which entities sort, smallest first} */
    int key(int doc, boolean descending) {
        int ordinal = ordinals[doc];
        if (ordinal == NONE) {
            return MISSING;
        }
        return descending ? -2 * ordinal : 2 * ordinal;
    }

    /** {@return the number of a value that an entity has or might have} */
    int key(@Nullable String value, boolean descending) {
        if (value == null) {
            return MISSING;
        }
        int found = Arrays.binarySearch(values, value);
        int key = found >= 0 ? 2 * found : 2 * (-found - 1) - 1;
        return descending ? -key : key;
    }

    /** {@return the value, or null where the entity has none} */
    @Nullable String value(int doc) {
        return ordinals[doc] == NONE ? null : values[ordinals[doc]];
    }
}
