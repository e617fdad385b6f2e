package org.callboard.core.query;

import java.io.IOException;
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

    /** Whether a document is the one that is looked for: others may have the same hash, or be a former version of it. */
    @FunctionalInterface
    interface Check {

        /** Looks at the document. */
        boolean isIt(int document) throws IOException;
    }

    /** {@return the document of an entity, or -1} */
    int find(BytesRef ref, Check check) throws IOException {
        int hash = ref.hashCode();
        for (int slot = hash & hashes.length - 1; documents[slot] != 0; slot = next(slot)) {
            int doc = documents[slot] - 1;
            if (hashes[slot] == hash && check.isIt(doc)) {
                return doc;
            }
        }
        return NOT_THERE;
    }

    /** {@return whether a document is some version of an entity} */
    static boolean isOf(LeafReader segment, int doc, BytesRef ref) throws IOException {
        BinaryDocValues refs = segment.getBinaryDocValues(Fields.REF);
        return refs != null && refs.advanceExact(doc) && refs.binaryValue().equals(ref);
    }

    long weight() {
        return 8L * hashes.length + 100;
    }
}
