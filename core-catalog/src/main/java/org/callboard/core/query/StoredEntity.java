package org.callboard.core.query;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;

/** An entity as a segment holds it. Immutable; a tree takes eight times as much, so that none is kept here. */
final class StoredEntity {

    private final String text;
    private final EntityRef ref;
    private final byte[] bytes;

    private StoredEntity(String text, BytesRef document) {
        this.text = text;
        this.ref = EntityRef.parse(text);
        this.bytes = BytesRef.deepCopyOf(document).bytes;
    }

    static StoredEntity load(LeafReader segment, int document) throws IOException {
        String text = value(segment, Fields.REF, document).utf8ToString();
        return new StoredEntity(text, value(segment, Fields.DOCUMENT, document));
    }

    private static BytesRef value(LeafReader segment, String field, int document) throws IOException {
        BinaryDocValues values = segment.getBinaryDocValues(field);
        if (values == null || !values.advanceExact(document)) {
            throw new IllegalStateException("The index holds a document without " + field);
        }
        return values.binaryValue();
    }

    boolean isNamed(String canonical) {
        return text.equals(canonical);
    }

    Entity entity() {
        return new IndexedEntity(ref, bytes);
    }

    /** {@return about how many bytes it takes} */
    long weight() {
        return bytes.length + 3L * text.length() + 200;
    }
}
