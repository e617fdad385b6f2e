package org.callboard.core.query;

import java.io.IOException;
import java.util.function.IntPredicate;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/** Where in a segment each entity is, by the hash of its reference: the term dictionary takes far longer. Immutable. */
final class RefTable {

    private static final int NOT_THERE = -1;

    private final int[] hashes;
    private final int[] documents;

    private RefTable(int slots) {
        this.hashes = new int[slots];
        this.documents = new int[slots];
    }

    static RefTable load(LeafReader segment) throws IOException {
        RefTable table = new RefTable(Integer.highestOneBit(Math.max(1, segment.maxDoc())) << 2);
        BinaryDocValues refs = segment.getBinaryDocValues(Fields.REF);
        if (refs != null) {
            for (int doc = refs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = refs.nextDoc()) {
                table.add(refs.binaryValue().hashCode(), doc);
            }
        }
        return table;
    }

    private void add(int hash, int doc) {
        int slot = hash & hashes.length - 1;
        while (documents[slot] != 0) {
            slot = next(slot);
        }
        hashes[slot] = hash;
        // 0 is an empty slot
        documents[slot] = doc + 1;
    }

    private int next(int slot) {
        return slot + 1 & hashes.length - 1;
    }

    /** {@return the document of an entity, one that is wanted, or -1} A former version's may be there beside it. */
    int find(LeafReader segment, BytesRef ref, IntPredicate wanted) throws IOException {
        int hash = ref.hashCode();
        for (int slot = hash & hashes.length - 1; documents[slot] != 0; slot = next(slot)) {
            int doc = documents[slot] - 1;
            if (hashes[slot] == hash && wanted.test(doc) && isOf(segment, doc, ref)) {
                return doc;
            }
        }
        return NOT_THERE;
    }

    private static boolean isOf(LeafReader segment, int doc, BytesRef ref) throws IOException {
        BinaryDocValues refs = segment.getBinaryDocValues(Fields.REF);
        return refs != null && refs.advanceExact(doc) && refs.binaryValue().equals(ref);
    }

    long weight() {
        return 8L * hashes.length + 100;
    }
}
