package org.callboard.core.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.util.Bits;
import org.callboard.api.catalog.Order;
import org.callboard.api.catalog.Order.Direction;

/**
 * All entities of one generation in one order. Entities that are equal in all of its fields go by uid, in the direction of
 * the first field. Immutable.
 */
final class SortOrder {

    private final List<Key> keys;
    private final int[] documents;

    private SortOrder(List<Key> keys, int[] documents) {
        this.keys = keys;
        this.documents = documents;
    }

    private record Key(SortColumn column, boolean descending) {

        int of(int doc) {
            return column.key(doc, descending);
        }
    }

    /** {@return the entities that are alive, in order} */
    static SortOrder of(List<Order> order, Function<String, SortColumn> columns, Bits alive) {
        List<Key> keys = new ArrayList<>();
        for (Order field : order) {
            keys.add(new Key(columns.apply(field.path()), field.direction() == Direction.DESCENDING));
        }
        boolean backwards = !keys.isEmpty() && keys.get(0).descending();
        keys.add(new Key(columns.apply(Fields.UID), backwards));
        int[] documents = alive(alive);
        for (int i = keys.size() - 1; i >= 0; i--) {
            documents = sorted(documents, keys.get(i));
        }
        return new SortOrder(keys, documents);
    }

    private static int[] alive(Bits alive) {
        Ints documents = new Ints();
        for (int doc = 0; doc < alive.length(); doc++) {
            if (alive.get(doc)) {
                documents.add(doc);
            }
        }
        return documents.toArray();
    }

    /** Sorts by one key and keeps the order of equals, so that fields are sorted by one after the other, the last first. */
    private static int[] sorted(int[] documents, Key key) {
        long[] pairs = new long[documents.length];
        for (int i = 0; i < documents.length; i++) {
            pairs[i] = ((long) key.of(documents[i]) << Integer.SIZE) | i;
        }
        Arrays.sort(pairs);
        int[] sorted = new int[documents.length];
        for (int i = 0; i < documents.length; i++) {
            sorted[i] = documents[(int) pairs[i]];
        }
        return sorted;
    }

    /** {@return those of the entities whose documents are in a set, in this order} */
    SortOrder only(Bits set) {
        Ints kept = new Ints();
        for (int document : documents) {
            if (set.get(document)) {
                kept.add(document);
            }
        }
        return new SortOrder(keys, kept.toArray());
    }

    int size() {
        return documents.length;
    }

    int document(int index) {
        return documents[index];
    }

    /** {@return where an entity stands, as something that stays true when the entity is gone} */
    Position position(int doc) {
        List<Optional<String>> values = new ArrayList<>();
        keys.forEach(key -> values.add(Optional.ofNullable(key.column().value(doc))));
        return new Position(values);
    }

    /** {@return the index of the first entity that does not stand before the position} */
    int firstFrom(Position position) {
        return search(position, 0);
    }

    /** {@return the index of the first entity that stands behind the position} */
    int firstBehind(Position position) {
        return search(position, 1);
    }

    private int search(Position position, int least) {
        int[] target = new int[keys.size()];
        for (int i = 0; i < target.length; i++) {
            target[i] = keys.get(i)
                    .column()
                    .key(position.values().get(i).orElse(null), keys.get(i).descending());
        }
        int low = 0;
        int high = documents.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(documents[middle], target) < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int compare(int doc, int[] target) {
        for (int i = 0; i < target.length; i++) {
            int compared = Integer.compare(keys.get(i).of(doc), target[i]);
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    /** {@return how many values a position in this order has} */
    int width() {
        return keys.size();
    }

    /** {@return about how many bytes it takes} */
    long weight() {
        return 4L * documents.length + 100;
    }
}
